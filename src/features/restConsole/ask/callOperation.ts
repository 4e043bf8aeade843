import type { TreeEntry } from '../../../platform/tree/treeEntry.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import type { ConsoleParts } from '../console.ts';
import { printDocument } from '../document/printDocument.ts';
import { openRequests } from '../editor/openRequests.ts';
import { addressLine, factsLine } from '../reference/operationFacts.ts';
import { askParameters } from './askParameters.ts';
import { documentFor } from './documentFor.ts';
import { type ChosenOperation, pickOperation } from './pickOperation.ts';
import { identityOf, operationsOn, workspaceOf } from './operationsOn.ts';

/**
 * Asks for an operation and its parameters, and opens a document with the request. Nothing is sent but what lists choices.
 *
 * @param how `reference` offers only what fits the row, with what each operation needs.
 * @throws CancellationError
 */
export async function callOperation(
  parts: ConsoleParts,
  entry: TreeEntry | undefined,
  how: 'call' | 'reference',
): Promise<void> {
  const fitting = entry ? operationsOn(entry) : [];
  const chosen = await pickOperation({
    fitting,
    ...(entry && { row: entry.node.label }),
    others: how === 'call' || fitting.length === 0,
    detail:
      how === 'call' ? addressLine : (known, parameters) => `${factsLine(known, parameters)} · ${addressLine(known)}`,
  });
  const place = await placeFor(parts, chosen, entry);
  const { operation } = chosen.known;
  const connection = place?.connection ?? (await parts.places.connection());
  const parameters = { ...(place && addressOf(place)), ...chosen.parameters };
  const identity =
    place?.workspace ??
    (entry && identityOf(entry)) ??
    (await parts.places.identity(connection, { operation, path: parameters }, undefined));
  const asked = await askParameters({ connection, known: chosen.known, parameters, identity });
  const tenants = await connection.tenants(new AbortController().signal);
  const document = documentFor(chosen.known, asked, {
    ...(place && { workspace: place.workspace.workspaceName, inWorkspace: addressOf(place) }),
    ...(tenants.length > 1 && { tenant: identity.tenantId }),
  });
  await openRequests(printDocument(document));
}

/** The workspace that an operation needs: the row's, else the one that is chosen. */
async function placeFor(
  parts: ConsoleParts,
  { known, parameters }: ChosenOperation,
  entry: TreeEntry | undefined,
): Promise<InWorkspace | undefined> {
  const { plane, path } = known.operation;
  const wants = plane === 'workspace' || path.includes('{workspaceName}');
  if (!wants) return undefined;
  const place = entry && workspaceOf(entry);
  if (place) return place;
  if (plane !== 'workspace' && parameters['workspaceName'] !== undefined) return undefined;
  return (await parts.places.askWorkspace()).node.data as InWorkspace;
}

function addressOf({
  workspace,
}: InWorkspace): Record<'subscriptionId' | 'resourceGroupName' | 'workspaceName', string> {
  const { subscriptionId, resourceGroupName, workspaceName } = workspace;
  return { subscriptionId, resourceGroupName, workspaceName };
}
