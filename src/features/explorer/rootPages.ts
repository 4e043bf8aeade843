import { asCompleted } from '../../platform/asCompleted.ts';
import { SignInNeededError } from '../../azure/tokenSource.ts';
import type { Connection } from '../../platform/connection.ts';
import { isClientRefused } from '../../platform/errors/entraCodes.ts';
import type { NodePage, TreeNode } from '../../platform/tree/treeNode.ts';
import { Discovered, type TenantPart } from './discovered.ts';
import type { ExplorerState } from './explorerState.ts';
import { type RowParts, rowsOf } from './grouping.ts';
import { pinnedNode } from './pins/pinnedNodes.ts';
import { pinKey, readPins, renewPins } from './pins/pins.ts';
import type { WorkspaceSection } from './public.ts';
import { readAgain, readTenantPart } from './readTenantPart.ts';
import { tenantNode } from './tenantNode.ts';
import { tellWhyEmpty, whyNothingShows } from './whyEmpty.ts';

export interface RootPagesParts {
  readonly connection: Connection;
  readonly state: ExplorerState;
  readonly sections: readonly WorkspaceSection[];
}

/**
 * The root's rows: pins first, then those of all tenants that are shown, each tenant's as soon as it has answered: one
 * page a tenant. Where all of them only need a sign-in there are no rows, and a welcome view says so.
 */
export async function* rootPages(parts: RootPagesParts, signal: AbortSignal): AsyncGenerator<NodePage> {
  const { connection, state, sections } = parts;
  const readAlready = state.takeReadAlready(connection);
  // What another connection had to say is no reason here.
  if (state.discovered?.connection !== connection) tellWhyEmpty('');
  const discovered = new Discovered(connection);
  state.discovered = discovered;
  const pins = (): ReturnType<typeof readPins> => readPins(state.memory, connection.cloud);
  const rows: RowParts = {
    connection,
    sections,
    isPinned: (workspace) => pins().some((pin) => pinKey(pin.workspace) === pinKey(workspace)),
  };
  const hasPins = pins().length > 0;
  if (hasPins) yield { nodes: [pinnedNode({ ...rows, filter: state.filter, discovered, pins })], more: true };

  let shown = hasPins;
  let needSignIn: TreeNode[] = [];
  for await (const part of readAlready ? again(readAlready, discovered) : read(parts, discovered, signal)) {
    discovered.add(part);
    if (part.error === undefined) {
      const nodes = rowsOf(rows, part);
      shown ||= nodes.length > 0;
      yield { nodes, more: true };
    } else {
      const node = nodeOfFailed(parts, rows, discovered, part);
      if (onlyNeedsSignIn(part.error)) needSignIn.push(node);
      else {
        shown = true;
        yield { nodes: [node], more: true };
      }
    }
    if (shown && needSignIn.length > 0) {
      yield { nodes: needSignIn, more: true };
      needSignIn = [];
    }
  }
  if (signal.aborted) return;
  discovered.end();
  await renewPins(
    state.memory,
    connection.cloud,
    discovered.workspaces.map(({ workspace, subscription }) => ({
      workspace,
      subscriptionName: subscription.displayName,
    })),
  );
  tellWhyEmpty(shown ? '' : whyNothingShows(discovered, state.filter, needSignIn.length > 0));
  yield { nodes: [], more: false };
}

async function* read(
  { connection, state: { filter } }: RootPagesParts,
  discovered: Discovered,
  signal: AbortSignal,
): AsyncGenerator<TenantPart> {
  const all = await connection.tenants(signal);
  discovered.tenants = all;
  const shown = all.filter((tenant) => filter.showsTenant(connection.cloud, tenant));
  yield* asCompleted(shown.map((tenant) => readTenantPart(connection, filter, tenant, signal)));
}

/** What was read a moment ago, for the same connection and the same choice. */
function* again(before: Discovered, discovered: Discovered): Generator<TenantPart> {
  discovered.tenants = before.tenants;
  yield* before.parts;
}

/** Stands in place of the tenant's rows, and brings them once it can be read. */
function nodeOfFailed(
  parts: RootPagesParts,
  rows: RowParts,
  discovered: Discovered,
  { tenant, error }: TenantPart,
): TreeNode {
  return tenantNode(tenant, error, async (signal) => {
    const readNow = await readAgain(parts.connection, parts.state.filter, tenant, signal);
    return readNow.flatMap((part) => {
      discovered.add(part);
      return part.error === undefined ? rowsOf(rows, part) : [nodeOfFailed(parts, rows, discovered, part)];
    });
  });
}

/** A refusal of the client has a reason that must be read; no sign-in helps there. */
function onlyNeedsSignIn(error: unknown): boolean {
  return error instanceof SignInNeededError && !isClientRefused(error.message);
}
