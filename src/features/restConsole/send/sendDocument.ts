import * as vscode from 'vscode';
import type { UntypedParameters } from '../../../azure/untypedCall.ts';
import type { Connection } from '../../../platform/connection.ts';
import type { TreeEntry } from '../../../platform/tree/treeEntry.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import type { ConsoleParts } from '../console.ts';
import type { HttpDocument, HttpRequest, Problem } from '../document/httpDocument.ts';
import { parseDocument } from '../document/parseDocument.ts';
import { variablesIn } from '../document/variables.ts';
import { problemWords } from '../editor/problemWords.ts';
import { placeVariables, valuesOf } from '../places/placeValues.ts';
import { keptText } from '../recent/withoutSecrets.ts';
import type { Exchange } from '../replies/exchange.ts';
import { type PreparedRequest, prepareRequest } from '../requests/prepareRequest.ts';
import { jsonProblems } from '../schema/jsonProblems.ts';
import { confirmSend, reads, subjectOf } from './confirmSend.ts';
import { readBodyFile } from './readBodyFile.ts';
import { sendRequest } from './sendRequest.ts';

interface Ready {
  readonly request: HttpRequest;
  readonly prepared: PreparedRequest;
}

/**
 * Sends one request of a document, or all of them one after the other until one fails, and shows the replies beside it.
 *
 * @throws CancellationError, and Error in words for people for what cannot be sent
 */
export async function sendDocument(
  parts: ConsoleParts,
  document: vscode.TextDocument,
  which: number | 'all',
): Promise<void> {
  const parsed = parseDocument(document.getText());
  const chosen = parsed.requests.filter((_request, index) => which === 'all' || index === which);
  if (chosen.length === 0) throw new Error(vscode.l10n.t('There is no request in this document yet.'));
  refuse(parsed.problems.filter(({ line }) => chosen.some(({ lines }) => line >= lines.request && line < lines.end)));
  const entry = await placeOf(parts, parsed, chosen);
  const place = entry?.node.data as InWorkspace | undefined;
  const values = valuesOf(parsed, place?.workspace);
  const ready = chosen.map((request): Ready => {
    const { prepared, problems } = prepareRequest(request, values);
    if (!prepared) throw problemError(problems);
    return { request, prepared };
  });
  const connection = place?.connection ?? (await parts.places.connection());
  await confirmSend(
    ready.map(({ prepared }) => prepared),
    place?.workspace.workspaceName,
  );
  const exchanges: Exchange[] = [];
  const named = parsed.variables.find(({ name }) => name === 'tenant')?.value;
  for (const { request, prepared } of ready) {
    const exchange = await send(parts, document, { connection, place, request, prepared, tenant: named });
    exchanges.push(exchange);
    await parts.replies.show(document.uri, exchanges);
    await parts.recentRequests.add({
      title: `${prepared.operation.id} · ${subjectOf(prepared)}`,
      ...(place && { workspace: place.workspace.workspaceName }),
      text: keptText(parsed, request),
      at: Date.now(),
    });
    // What the tree shows of the workspace may be another thing now.
    if (!reads(prepared) && entry) parts.model.refresh(entry);
    if (exchange.error || exchange.leftAlone) break;
  }
}

async function send(
  parts: ConsoleParts,
  document: vscode.TextDocument,
  {
    connection,
    place,
    request,
    prepared,
    tenant,
  }: Ready & {
    readonly connection: Connection;
    readonly place: InWorkspace | undefined;
    readonly tenant: string | undefined;
  },
): Promise<Exchange> {
  const body = await bodyOf(document, prepared);
  const identity: Pick<UntypedParameters, 'tenantId' | 'accountId' | 'endpoint'> =
    place?.workspace ?? (await parts.places.identity(connection, prepared, tenant));
  const { tenantId, accountId, endpoint } = identity;
  return await sendRequest({
    connection,
    request: prepared,
    target: targetOf(request),
    identity: {
      tenantId,
      ...(accountId !== undefined && { accountId }),
      ...(endpoint !== undefined && { endpoint }),
    },
    ...(body !== undefined && { body }),
    onError: (error) => {
      const what = vscode.l10n.t('The REST request did not work');
      // The reply says what is wrong; a message is for what can be done about it with a click.
      if (parts.errors.hasRemedy(error)) parts.errors.show(what, error);
      else parts.errors.log(what, error);
    },
  });
}

/** The row of the workspace that a document names, or that its requests cannot do without. */
async function placeOf(
  parts: ConsoleParts,
  { variables }: HttpDocument,
  requests: readonly HttpRequest[],
): Promise<TreeEntry | undefined> {
  const named = variables.find(({ name }) => name === 'workspace')?.value;
  if (named !== undefined && named !== '') return await parts.places.workspace(named);
  const own = new Set(variables.map(({ name }) => name));
  const given = new Set<string>(placeVariables);
  const wants = requests.some(
    ({ path, body = '', query }) =>
      /^\/(?!subscriptions|providers|tenants|v1\.0\/)/iu.test(path) ||
      variablesIn([path, body, ...query.flat()].join(' ')).some((name) => given.has(name) && !own.has(name)),
  );
  return wants ? await parts.places.askWorkspace() : undefined;
}

async function bodyOf(
  document: vscode.TextDocument,
  { body, file, known }: PreparedRequest,
): Promise<string | Uint8Array | undefined> {
  const binary = known.request.body?.type === 'binary';
  if (file === undefined) return binary && body !== undefined ? new TextEncoder().encode(body) : body;
  const bytes = await readBodyFile(document.uri, file);
  if (binary) return bytes;
  const text = new TextDecoder().decode(bytes);
  const [wrong] = jsonProblems(text);
  if (wrong) throw new Error(vscode.l10n.t('“{0}” is no JSON: line {1}, {2}', file, wrong.line + 1, wrong.about));
  return text;
}

function targetOf({ path, query }: HttpRequest): string {
  return query.length === 0 ? path : `${path}?${query.map(([name, value]) => `${name}=${value}`).join('&')}`;
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw problemError(problems);
}

function problemError(problems: readonly Problem[]): Error {
  const [first] = problems;
  if (!first) return new Error(vscode.l10n.t('The request cannot be sent.'));
  return new Error(vscode.l10n.t('Line {0}: {1}', first.line + 1, problemWords(first)));
}
