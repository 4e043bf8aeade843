import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Application } from '../../emulator/store/application.ts';
import { withoutSpecifications } from './support/places.ts';
import { exchangeIn, ringsWithoutTraffic, trafficFiles, type TrafficFile } from './support/traffic.ts';

/** Recorded traffic may be shown to anybody: it holds nothing that opens a door, and no trace of the machine. */

const skip = ringsWithoutTraffic().length > 0 ? withoutSpecifications : false;

const { clientSecret } = new Application();

const secrets: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['a JSON web token', /\beyJ[\w-]{10,}\.[\w-]{10,}/],
  ['a bearer token', /\bbearer\s+(?!\w+=)[\w.~+/=-]{10,}/i],
  ['the client secret', new RegExp(clientSecret.replace(/[~^$.]/g, '\\$&'))],
  ['a secret that is not masked', /"(?:authorization|client_secret|\w*_token|\w*password)": "(?!\*{3}")[^"]+"/i],
];

/** Hosts of the public cloud; web pages are in links of resources and of error messages. */
const azureHosts = [
  /^management\.(?:azure\.com|core\.windows\.net)$/,
  /^login\.microsoftonline\.com$/,
  /^sts\.windows\.net$/,
  /^graph\.microsoft\.com$/,
  /^(?:[a-z0-9-]+\.)?dev\.azuresynapse\.net$/,
  /^web\.azuresynapse\.net$/,
  /^[a-z0-9]+\.(?:blob|dfs)\.core\.windows\.net$/,
  /^[a-z0-9-]+\.vault\.azure\.net$/,
  /^(?:aka\.ms|go\.microsoft\.com)$/,
  /^github\.com$/, // whose codes a workspace exchanges for tokens (WorkspaceGitRepoManagement_getGitHubAccessToken)
];

/** Host and port of every URL in the file. */
function hostsIn({ text }: TrafficFile): Set<string> {
  const hosts = new Set<string>();
  for (const [, host = ''] of text.matchAll(/\bhttps?:(?:\\?\/){2}([^/?#"'\\\s,)<>]+)/gi))
    hosts.add(host.toLowerCase());
  return hosts;
}

function requireTraffic(): void {
  assert.deepEqual(ringsWithoutTraffic(), [], 'rings without traffic: they have to run before this one');
}

test('no recorded exchange holds a token or a secret', { skip }, () => {
  requireTraffic();
  const found: string[] = [];
  for (const file of trafficFiles()) {
    for (const [name, pattern] of secrets) if (pattern.test(file.text)) found.push(`${file.name}: ${name}`);
  }
  assert.deepEqual(found, []);
});

test('recorded exchanges name no hosts but Azure’s', { skip }, () => {
  requireTraffic();
  const found = new Map<string, string>();
  for (const file of trafficFiles()) {
    assert.match(exchangeIn(file).liveRequest.url, /^https:\/\//, file.name);
    for (const host of hostsIn(file)) {
      if (!azureHosts.some((pattern) => pattern.test(host))) found.set(host, file.name);
    }
  }
  assert.deepEqual([...found], []);
});

test('the patterns see what they look for', () => {
  const token = 'eyJhbGciOiJIUzI1NiJ9.eyJhdWQiOiJodHRwcyJ9.c2lnbmF0dXJl';
  const samples = [token, `Bearer ${'a'.repeat(20)}`, clientSecret, '"access_token": "secret"', '"Password": "x"'];
  for (const sample of samples)
    assert.ok(
      secrets.some(([, pattern]) => pattern.test(sample)),
      sample,
    );
  for (const masked of ['"authorization": "***"', '"access_token": "***"', 'Bearer realm="", error="x"']) {
    assert.ok(!secrets.some(([, pattern]) => pattern.test(masked)), masked);
  }
  const text = '{"a":"http://127.0.0.1:81/x","b":"see \\"https://B.example\\", https:\\/\\/c.example?d"}';
  assert.deepEqual([...hostsIn({ name: '', text })], ['127.0.0.1:81', 'b.example', 'c.example']);
});
