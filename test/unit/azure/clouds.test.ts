import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CloudSettingError, customCloud, microsoftClouds } from '../../../src/azure/clouds.ts';
import { trustedBase } from '../../../src/azure/hostTrust.ts';

const settings = {
  name: 'Stack',
  login: 'https://login.stack.test',
  resourceManager: 'https://management.stack.test',
  resourceManagerAudience: 'https://management.stack.test/0000',
  workspace: 'dev.synapse.stack.test',
  workspaceAudience: 'https://dev.synapse.stack.test',
  graph: 'https://graph.stack.test',
  graphAudience: 'https://graph.stack.test',
};

test('the clouds of Microsoft have distinct names, https endpoints and audiences without a slash at the end', () => {
  assert.equal(new Set(microsoftClouds.map(({ name }) => name)).size, microsoftClouds.length);
  for (const cloud of microsoftClouds) {
    const endpoint = cloud.workspace.endpoint.replace('{workspace}', 'contoso');
    assert.equal(trustedBase(cloud, 'workspace', 'Test', endpoint), endpoint);
    assert.equal(trustedBase(cloud, 'resourceManager', 'Test', undefined), cloud.resourceManager.endpoint);
    assert.ok(cloud.graph);
    assert.equal(trustedBase(cloud, 'graph', 'Test', undefined), cloud.graph.endpoint);
    for (const { audience } of [cloud.resourceManager, cloud.workspace, cloud.graph]) {
      assert.match(audience, /^https:\/\/[^/]+$/);
    }
  }
});

test('a workspace suffix becomes a template', () => {
  for (const workspace of ['dev.synapse.stack.test', '.dev.synapse.stack.test']) {
    const cloud = customCloud({ ...settings, workspace });
    assert.equal(cloud.workspace.endpoint, 'https://{workspace}.dev.synapse.stack.test');
  }
  assert.equal(customCloud(settings).name, 'Stack');
  assert.equal(customCloud({ ...settings, name: '', portal: 'https://portal.stack.test' }).name, 'Custom');
});

test('a cloud may have no Microsoft Graph, and says so when it is asked', () => {
  const { graph: _graph, graphAudience: _audience, ...others } = settings;
  const cloud = customCloud(others);
  assert.equal(cloud.graph, undefined);
  assert.throws(() => trustedBase(cloud, 'graph', 'Test', undefined), {
    name: 'NoGraphError',
    message: 'The cloud Stack has no Microsoft Graph.',
  });
  assert.equal(trustedBase(cloud, 'resourceManager', 'Test', undefined), settings.resourceManager);
});

test('loopback over http is a cloud too', () => {
  const cloud = customCloud({
    ...settings,
    resourceManager: 'http://127.0.0.1:4000/resourceManager',
    workspace: 'http://127.0.0.1:4000/workspaces/{workspace}',
  });
  assert.equal(cloud.workspace.endpoint, 'http://127.0.0.1:4000/workspaces/{workspace}');
});

for (const [setting, value, words] of [
  ['login', undefined, /text is needed/],
  ['login', 7, /text is needed/],
  ['resourceManager', 'management.stack.test', /not a URL/],
  ['resourceManager', 'http://management.stack.test', /https/],
  ['resourceManager', 'https://management.stack.test/', /slash/],
  ['graph', undefined, /text is needed/],
  ['graphAudience', '', /text is needed/],
  ['graph', 'https://me:secret@graph.stack.test', /only scheme/],
  ['graph', 'https://graph.stack.test?x=1', /only scheme/],
  ['workspaceAudience', 'https://dev.synapse.stack.test/', /slash/],
  ['graphAudience', 'https://graph.stack.test/.default', /default/],
  ['workspace', 'https://dev.synapse.stack.test', /\{workspace\}/],
  ['workspace', 'https://{workspace}', /\{workspace\}/],
  ['workspace', 'https://evil.test?{workspace}', /only scheme/],
  ['workspace', 'https://{workspace}.{workspace}.test', /\{workspace\}/],
  ['workspace', 'http://{workspace}.dev.synapse.stack.test', /https/],
  ['portal', 'ftp://portal', /https/],
] as const) {
  test(`the setting ${setting} does not accept ${value}`, () => {
    assert.throws(
      () => customCloud({ ...settings, [setting]: value }),
      (error) =>
        error instanceof CloudSettingError &&
        error.setting === setting &&
        error.message.startsWith(setting) &&
        words.test(error.message),
    );
  });
}
