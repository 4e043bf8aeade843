import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SqlPools } from '../../../src/api/synapse/sqlPools.generated.ts';
import { LinkedServices } from '../../../src/api/synapse/linkedServices.generated.ts';
import { ManagedPrivateEndpoints } from '../../../src/api/synapse/managedPrivateEndpoints.generated.ts';
import { RoleDefinitions } from '../../../src/api/synapse/roleDefinitions.generated.ts';
import { azureErrorOf, serviceAt, tenantId } from './support/service.ts';
import { answer, type Handler, TestServer } from './support/testServer.ts';

/** What refuses, and what fails after it seemed to succeed, over real sockets: the caller gets the service's words. */

const address = (server: TestServer): { tenantId: string; endpoint: string } => ({
  tenantId,
  endpoint: `${server.url}/workspaces/ws`,
});

for (const [what, body, code, words] of [
  [
    'a role of Synapse that is missing',
    {
      error: {
        code: 'Unauthorized',
        message:
          "The principal 'p' does not have the required Synapse RBAC permission to perform this action. " +
          'Required permission: Action: Microsoft.Synapse/workspaces/read, Scope: workspaces/ws/*.',
      },
    },
    'Unauthorized',
    /Action: Microsoft\.Synapse\/workspaces\/read, Scope: workspaces\/ws\/\*/,
  ],
  [
    'the firewall of the workspace',
    { code: 'ClientIpAddressNotAuthorized', message: 'Client Ip address : 203.0.113.7' },
    'ClientIpAddressNotAuthorized',
    /203\.0\.113\.7/,
  ],
] as const) {
  test(`403 for ${what}: once, with its code and its words, and no other token is asked for`, async () => {
    await using server = await TestServer.start((_request, response) => answer(response, 403, body));
    const { rest, tokens } = serviceAt(server.url);
    const error = await azureErrorOf(rest.call(RoleDefinitions.list, address(server)));
    assert.deepEqual([error.reason, error.status, error.code], ['refused', 403, code]);
    assert.match(error.message, words);
    assert.equal(error.url, `${server.url}/workspaces/ws/roleDefinitions`);
    assert.deepEqual([server.received.length, tokens.requests.length], [1, 1]);
  });
}

test('an error that is JSON within a text is opened', async () => {
  const inner = { CorrelationId: 'c', StatusCode: 404, Message: 'No such private endpoint.' };
  await using server = await TestServer.start((_request, response) =>
    answer(response, 404, { error: { code: 'UnknownError', message: JSON.stringify(inner) } }),
  );
  const { rest } = serviceAt(server.url);
  const call = rest.call(ManagedPrivateEndpoints.get, {
    ...address(server),
    managedVirtualNetworkName: 'default',
    managedPrivateEndpointName: 'e',
  });
  const error = await azureErrorOf(call);
  assert.deepEqual([error.code, error.message], ['UnknownError', 'No such private endpoint.']);
});

test('a page of a proxy is told as what it is, with its title', async () => {
  await using server = await TestServer.start(
    (_request, response) =>
      void response
        .writeHead(403, { 'Content-Type': 'text/html' })
        .end('<html><title>Blocked by Contoso</title></html>'),
  );
  const error = await azureErrorOf(serviceAt(server.url).rest.call(RoleDefinitions.list, address(server)));
  assert.match(error.message, /^HTTP 403 .*Blocked by Contoso/);
});

test('an artifact that could not be saved says so in a 200, and that is a failure', async () => {
  const failure = { status: 'Failed', error: { code: 'InvalidPayload', message: 'No such integration runtime.' } };
  const handler: Handler = ({ method, url }, response) => {
    if (method === 'PUT') {
      const Location = `${server.url}/workspaces/ws/operationResults/1?api-version=2020-12-01`;
      answer(response, 202, { state: 'Creating', operationId: '1' }, { Location, 'Retry-After': '10' });
    } else answer(response, url.includes('operationResults') ? 200 : 404, failure);
  };
  await using server = await TestServer.start((request, response) => handler(request, response));
  const { rest } = serviceAt(server.url);
  const run = rest.run(LinkedServices.createOrUpdate, {
    ...address(server),
    linkedServiceName: 's',
    body: { properties: { type: 'AzureBlobFS' } },
  });
  const error = await azureErrorOf(run);
  assert.deepEqual([error.reason, error.status, error.code], ['operationFailed', 200, 'InvalidPayload']);
  assert.equal(error.message, 'No such integration runtime.');
  assert.equal(server.received.length, 2);
});

for (const header of ['Azure-AsyncOperation', 'Location'] as const) {
  test(`${header} that leads to another host is refused: the other one sees nothing, not even a connection`, async () => {
    await using foreign = await TestServer.start((_request, response) =>
      answer(response, 200, { status: 'Succeeded' }),
    );
    await using server = await TestServer.start((_request, response) =>
      answer(response, 202, undefined, { [header]: `${foreign.url}/resourceManager/operationStatuses/1` }),
    );
    const pool = { tenantId, subscriptionId: 's', resourceGroupName: 'g', workspaceName: 'ws', sqlPoolName: 'p' };
    const { rest, tokens } = serviceAt(server.url);
    const error = await azureErrorOf(rest.run(SqlPools.pause, pool));
    assert.equal(error.reason, 'untrustedHost');
    assert.ok(error.message.includes(new URL(foreign.url).host));
    assert.deepEqual([foreign.received.length, foreign.sockets.size], [0, 0]);
    assert.deepEqual([server.received.length, tokens.requests.length], [1, 1]);
  });
}
