import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from './client.ts';
import { operationTime, ScriptClient } from './scriptClient.ts';

/** What a development endpoint has beside artifacts and runs. */

test('a library is made, filled block by block and flushed', async () => {
  await using endpoint = await ScriptClient.start();
  const library = '/libraries/new.whl';
  const append = (text: string, position?: number): Promise<{ readonly status: number }> =>
    endpoint.send('PUT', `${library}?comp=appendblock`, text, {
      'content-type': 'application/octet-stream',
      ...(position !== undefined && { 'x-ms-blob-condition-appendpos': String(position) }),
    });
  assert.equal((await append('x')).status, 404);
  const made = await endpoint.send('PUT', library);
  assert.equal(made.body['type'], 'LibraryArtifact');
  assert.match(made.headers.get('location') ?? '', /\/libraryOperationResults\//);
  assert.equal((await endpoint.end(made)).body['properties']?.['provisioningStatus'], 'NotSucceeded');
  assert.equal((await append('Grüße', 0)).status, 201);
  assert.equal((await append('more', 5)).status, 412);
  assert.equal((await append('more', 7)).status, 201);
  assert.equal((await append('x'.repeat(4 * 1024 * 1024 + 1))).status, 413);
  const flushed = await endpoint.end(await endpoint.send('POST', `${library}/flush`));
  assert.equal(flushed.body['properties']?.['provisioningStatus'], 'Succeeded');
  await endpoint.end(await endpoint.send('DELETE', library));
  assert.equal((await endpoint.send('GET', library)).body['code'], 'LibraryDoesNotExistInWorkspace');
});

test('data flows are debugged in a session, until it is left alone', async () => {
  await using endpoint = await ScriptClient.start();
  const created = await endpoint.send('POST', '/createDataFlowDebugSession', { timeToLive: 10 });
  const sessions = async (): Promise<Json[]> =>
    (await endpoint.send('POST', '/queryDataFlowDebugSessions')).body['value'] as unknown as Json[];
  assert.equal((await sessions()).length, 0);
  const { sessionId } = (await endpoint.end(created)).body as unknown as { sessionId: string };
  assert.equal((await sessions())[0]?.['timeToLiveInMinutes'], 10);
  const command = { sessionId, command: 'executePreviewQuery', commandPayload: { streamName: 'raw' } };
  assert.equal((await endpoint.send('POST', '/executeDataFlowDebugCommand', command)).status, 400);
  const dataFlow = (await endpoint.send('GET', '/dataflows/Clean%20customers')).body;
  assert.equal((await endpoint.send('POST', '/addDataFlowToDebugSession', { sessionId, dataFlow })).status, 200);
  const preview = await endpoint.end(await endpoint.send('POST', '/executeDataFlowDebugCommand', command));
  assert.equal(preview.body['status'], 'Succeeded');
  endpoint.client.letPass(11 * 60_000);
  assert.equal((await sessions()).length, 0);
  assert.equal((await endpoint.send('POST', '/deleteDataFlowDebugSession', { sessionId })).status, 404);
});

test('a private endpoint is provisioned, and waits for approval', async () => {
  await using endpoint = await ScriptClient.start({}, 'contoso-people');
  const all = '/managedVirtualNetworks/default/managedPrivateEndpoints';
  const properties = { privateLinkResourceId: '/subscriptions/x/y', groupId: 'blob' };
  const made = await endpoint.send('PUT', `${all}/new`, { properties });
  assert.equal(made.status, 200);
  assert.equal(made.body['properties']?.['provisioningState'], 'Provisioning');
  endpoint.client.letPass(operationTime);
  const { body } = await endpoint.send('GET', `${all}/new`);
  assert.equal(body['properties']?.['provisioningState'], 'Succeeded');
  assert.equal(body['properties']['connectionState']?.['status'], 'Pending');
  assert.equal(((await endpoint.send('GET', all)).body['value'] as unknown as unknown[]).length, 3);
  assert.equal((await endpoint.send('DELETE', `${all}/new`)).status, 202);
  const gone = await endpoint.send('GET', `${all}/new`);
  const { code, message } = gone.body['error'] as unknown as { code: string; message: string };
  assert.equal(code, 'UnknownError');
  assert.equal((JSON.parse(message) as { StatusCode: number }).StatusCode, 404);
  assert.equal((await endpoint.send('PUT', `${all}/new`, { properties: {} })).status, 400);
  const without = new ScriptClient(endpoint.client, 'contoso-sales');
  assert.equal((await without.send('GET', all)).status, 404);
});

test('pools and runtimes are read by whoever has a role', async () => {
  await using endpoint = await ScriptClient.start({}, 'fabrikam-logistics');
  const read = async (path: string): Promise<Json> => (await endpoint.send('GET', path)).body;
  assert.equal((await read('/sqlPools/RoutesDW'))['properties']?.['status'], 'Paused');
  assert.deepEqual((await read('/bigDataPools'))['value'], []);
  assert.equal((await read('/integrationRuntimes'))['value']?.[0]?.['name'], 'AutoResolveIntegrationRuntime');
  assert.equal((await endpoint.send('GET', '/sqlPools/None')).status, 404);
});

test('a code of GitHub’s is exchanged for a token, the same one for the same code', async () => {
  await using endpoint = await ScriptClient.start();
  const body = {
    gitHubClientId: 'client',
    gitHubAccessCode: 'code',
    gitHubAccessTokenBaseUrl: 'https://github.com/login/oauth/access_token',
  };
  const [first, second] = [
    await endpoint.send('POST', '/getGitHubAccessToken', body),
    await endpoint.send('POST', '/getGitHubAccessToken', body),
  ];
  assert.ok(first.body['gitHubAccessToken']);
  assert.deepEqual(first.body, second.body);
  const { gitHubAccessCode: _, ...without } = body;
  assert.equal((await endpoint.send('POST', '/getGitHubAccessToken', without)).status, 400);
});
