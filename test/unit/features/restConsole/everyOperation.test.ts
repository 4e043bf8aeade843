import assert from 'node:assert/strict';
import { it } from 'node:test';
import { AzureError } from '../../../../src/azure/azureError.ts';
import type { Cloud } from '../../../../src/azure/cloud.ts';
import { createRestService } from '../../../../src/azure/createRestService.ts';
import type { RestService } from '../../../../src/azure/restService.ts';
import { answersTo } from '../../../../src/azure/untypedCall.ts';
import { parseDocument } from '../../../../src/features/restConsole/document/parseDocument.ts';
import { type PlaceOfValues, valuesOf } from '../../../../src/features/restConsole/places/placeValues.ts';
import { bodyText } from '../../../../src/features/restConsole/replies/jsonBody.ts';
import { knownOperations, operationNamed } from '../../../../src/features/restConsole/requests/operationCatalogue.ts';
import { type PreparedRequest, prepareRequest } from '../../../../src/features/restConsole/requests/prepareRequest.ts';
import { TestClient } from '../../emulator/client.ts';
import { type Memory, type Step, steps } from './support/operationFixtures.ts';
import { requestTextFor } from './support/requestText.ts';

/** Part A and B of the table of operations: all that is Synapse's own. What is only used of Azure may be played in part. */
function isOfSynapse({ known: { operation } }: Step): boolean {
  return operation.plane === 'workspace' || operation.path.includes('/providers/Microsoft.Synapse/');
}

it('every operation is sent out of its document, and the emulator serves all that are of Synapse', async (t) => {
  await using client = await TestClient.start({ operationTime: 0, firewallDelay: 0, clock: Date.now });
  const rest = serviceFor(client);
  const place = await workspaceOf(rest, client);
  const memory: Memory = new Map([['principal', client.emulator.ready.principalId]]);
  const failures: string[] = [];
  let sent = 0;
  let refused = 0;
  for (const step of steps(knownOperations)) {
    const { known, fixture } = step;
    try {
      const prepared = preparedFor(step, place, memory);
      const identity = { tenantId: client.home, endpoint: client.endpoint(place.workspaceName) };
      const reply = await answerOf(rest, prepared, identity);
      fixture?.remember?.(reply, memory);
      if (fixture?.refused) failures.push(`${known.name}: answered, although “${fixture.refused.why}”`);
      sent += 1;
    } catch (error) {
      const isMeant = error instanceof AzureError && error.status === fixture?.refused?.status;
      const isUnknown = error instanceof Error && error.message.includes('The emulator does not serve');
      if (isMeant && !(isUnknown && isOfSynapse(step))) refused += 1;
      else failures.push(`${known.name}: ${String(error)}`);
    }
  }
  t.diagnostic(`${String(sent)} requests answered, ${String(refused)} refused as they must be`);
  assert.deepEqual(failures, []);
  assert.ok(sent > 200);
});

function preparedFor({ known, fixture }: Step, place: PlaceOfValues, memory: Memory): PreparedRequest {
  const text = requestTextFor(known, place, memory, fixture);
  const document = parseDocument(text);
  const [request] = document.requests;
  assert.ok(request, text);
  const { prepared, problems } = prepareRequest(request, valuesOf(document, place));
  assert.deepEqual(problems, [], text);
  assert.equal(prepared?.known, known, text);
  return prepared;
}

/** The first page, or the whole answer. */
async function answerOf(
  rest: RestService,
  { operation, path, query, headers, body, known }: PreparedRequest,
  identity: { readonly tenantId: string; readonly endpoint: string },
): Promise<string> {
  const sent = known.request.body?.type === 'binary' ? new TextEncoder().encode(body) : body;
  const parameters = { ...identity, path, query, headers, ...(sent !== undefined && { body: sent }) };
  const { value } = await answersTo(rest, operation, parameters, {}).next();
  return `\n${bodyText(value?.body)}`;
}

function serviceFor(client: TestClient): RestService {
  const { activeDirectory, resourceManager, workspaceEndpoint, graph } = client.emulator.ready;
  const cloud: Cloud = {
    name: 'Emulator',
    login: activeDirectory,
    resourceManager: { endpoint: resourceManager, audience: 'https://management.azure.com' },
    workspace: { endpoint: workspaceEndpoint, audience: 'https://dev.azuresynapse.net' },
    graph: { endpoint: graph, audience: 'https://graph.microsoft.com' },
  };
  return createRestService({
    cloud,
    tokens: { getToken: ({ audience, tenantId }) => client.token(audience, tenantId) },
    log: { request: () => undefined },
    // Operations are over at once: nothing has to be waited for.
    clock: { now: Date.now, sleep: () => Promise.resolve() },
  });
}

async function workspaceOf(rest: RestService, client: TestClient): Promise<PlaceOfValues> {
  const { operation } = operationNamed('ResourceGraph.resources') ?? assert.fail();
  const body = JSON.stringify({ query: 'resources | where name =~ "contoso-sales"' });
  const parameters = { tenantId: client.home, path: {}, query: {}, headers: {}, body };
  const { value } = await answersTo(rest, operation, parameters, {}).next();
  const [row] = (value as { body: { data: Record<string, string>[] } }).body.data;
  const { id = '', subscriptionId = '', resourceGroup = '', name = '' } = row ?? {};
  return { id, tenantId: client.home, subscriptionId, resourceGroupName: resourceGroup, workspaceName: name };
}
