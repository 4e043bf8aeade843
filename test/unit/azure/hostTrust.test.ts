import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AzureError } from '../../../src/azure/azureError.ts';
import { publicCloud, usGovernmentCloud } from '../../../src/azure/clouds.ts';
import { trustedBase, trustedLink } from '../../../src/azure/hostTrust.ts';
import { cloudAt } from './support/service.ts';

const untrusted = (error: unknown): boolean =>
  error instanceof AzureError && error.reason === 'untrustedHost' && error.message.includes('Nothing was sent');
const workspaceBase = (endpoint: string, cloud = publicCloud): string =>
  trustedBase(cloud, 'workspace', 'Test', endpoint);

test('a workspace endpoint is one label below the suffix of the cloud', () => {
  assert.equal(workspaceBase('https://contoso-1.dev.azuresynapse.net'), 'https://contoso-1.dev.azuresynapse.net');
  assert.equal(workspaceBase('https://CONTOSO.dev.azuresynapse.net:443/'), 'https://contoso.dev.azuresynapse.net');
  for (const endpoint of [
    'http://contoso.dev.azuresynapse.net',
    'https://contoso.dev.azuresynapse.net.evil.test',
    'https://contoso.dev.azuresynapse.net.',
    'https://evil.test/.dev.azuresynapse.net',
    'https://evil.test#.dev.azuresynapse.net',
    'https://evil.test?.dev.azuresynapse.net',
    'https://evil.test\\.dev.azuresynapse.net',
    'https://a.b.dev.azuresynapse.net',
    'https://dev.azuresynapse.net',
    'https://-a.dev.azuresynapse.net',
    'https://contosodev.azuresynapse.net',
    'https://contoso.dev.azuresynapse.net:8443',
    'https://contoso.dev.azuresynapse.net/path',
    'https://user:password@contoso.dev.azuresynapse.net',
    'https://contoso.dev.azuresynapse.usgovcloudapi.net',
    'http://127.0.0.1:80',
    'contoso.dev.azuresynapse.net',
    'javascript:alert(1)',
  ]) {
    assert.throws(() => workspaceBase(endpoint), untrusted, endpoint);
  }
  assert.throws(() => workspaceBase('https://contoso.dev.azuresynapse.net', usGovernmentCloud), untrusted);
});

test('on loopback scheme, host, port and path must be those of the cloud', () => {
  const sample = cloudAt('http://127.0.0.1:4321');
  assert.equal(workspaceBase('http://127.0.0.1:4321/workspaces/ws', sample), 'http://127.0.0.1:4321/workspaces/ws');
  for (const endpoint of [
    'http://127.0.0.1:4322/workspaces/ws',
    'http://localhost:4321/workspaces/ws',
    'http://127.0.0.1:4321/workspaces/ws/more',
    'http://127.0.0.1:4321/workspaces/',
    'http://127.0.0.1:4321/resourceManager',
    'http://127.0.0.1:4321/workspaces/../resourceManager',
    'https://ws.dev.azuresynapse.net',
  ]) {
    assert.throws(() => workspaceBase(endpoint, sample), untrusted, endpoint);
  }
});

test('a cloud that is reached without encryption gets no token', () => {
  const cloud = { ...publicCloud, graph: { endpoint: 'http://graph.microsoft.com', audience: 'x' } };
  assert.throws(() => trustedBase(cloud, 'graph', 'Test', undefined), untrusted);
  assert.equal(trustedBase(cloud, 'resourceManager', 'Test', 'https://evil.test'), 'https://management.azure.com');
});

const base = 'http://127.0.0.1:4321/resourceManager';
const from = new URL(`${base}/subscriptions?api-version=1`);
const link = (text: string): string => trustedLink(text, from, base, 'Test').href;

test('a link stays below the base of its request', () => {
  assert.equal(link(`${base}/next?$skipToken=a%2Fb`), `${base}/next?$skipToken=a%2Fb`);
  assert.equal(link('/resourceManager/next#x'), `${base}/next`);
  assert.equal(link('?page=2'), `${base}/subscriptions?page=2`);
  for (const text of [
    'https://evil.test/resourceManager/next',
    '//evil.test/resourceManager/next',
    'http://127.0.0.1:4321/workspaces/ws/next',
    `${base}/../workspaces/ws`,
    `${base}/%2e%2E/workspaces/ws`,
    `${base}-evil/next`,
    'http://127.0.0.1:4321@evil.test/resourceManager/next',
    'http://user:password@127.0.0.1:4321/resourceManager/next',
    'http://user@127.0.0.1:4321/resourceManager/next',
    'http://localhost:4321/resourceManager/next',
    'https://127.0.0.1:4321/resourceManager/next',
    'file:///etc/passwd',
    'http://',
  ]) {
    assert.throws(() => link(text), untrusted, text);
  }
});

test('whatever a reply says, a link that is trusted has the origin and the path of the base', () => {
  const home = new URL(base);
  const nearly = fc
    .tuple(fc.constantFrom('', base, 'http://127.0.0.1:4321', '//', 'http:'), fc.webPath(), fc.string())
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), nearly), (text) => {
      try {
        const url = trustedLink(text, from, base, 'Test');
        assert.equal(url.origin, home.origin);
        assert.ok(url.pathname === home.pathname || url.pathname.startsWith(`${home.pathname}/`));
        assert.equal(url.username + url.password + url.hash, '');
      } catch (error) {
        assert.ok(untrusted(error), String(error));
      }
    }),
  );
});

test('whatever a workspace says, its endpoint is a host of the cloud', () => {
  const nearly = fc
    .tuple(fc.constantFrom('https://', ''), fc.string(), fc.constantFrom('.dev.azuresynapse.net', ''), fc.string())
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(nearly, fc.webUrl()), (endpoint) => {
      fc.pre(endpoint !== '');
      try {
        assert.match(workspaceBase(endpoint), /^https:\/\/[a-z0-9-]+\.dev\.azuresynapse\.net$/);
      } catch (error) {
        assert.ok(untrusted(error), String(error));
      }
    }),
  );
});
