import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Operation } from '../../src/azure/operation.ts';
import { startEmulator } from '../../emulator/server.ts';
import { everyOperation } from '../unit/api/support/everyOperation.ts';

/** What the client declares of a workspace’s endpoint the emulator serves: at the same place, in the same version. */
test('every operation of a workspace’s own endpoint that is declared is served', async (t) => {
  const emulator = await startEmulator();
  t.after(() => emulator.close());
  const served = new Map(
    emulator.routes
      .filter(({ service }) => service === 'workspace')
      .map((route) => [place(route.method, `${route.path}${queryOf(route.query)}`), route]),
  );
  const declared = (await everyOperation()).filter(({ operation }) => operation.plane === 'workspace');
  const missing = declared.flatMap(({ name, operation }) => {
    const route = served.get(place(operation.method, operation.path));
    if (route === undefined) return [`${name}: not served`];
    if (route.operationId !== operation.id) return [`${name}: ${route.operationId} instead of ${operation.id}`];
    return accepts(route.apiVersions, operation) ? [] : [`${name}: ${String(operation.apiVersion)} is refused`];
  });
  t.diagnostic(`${String(declared.length)} operations declared, ${String(served.size)} served`);
  assert.deepEqual(missing, []);
});

/** Names of parameters and the case of fixed parts do not matter; Livy's version is a parameter here and a value there. */
function place(method: string, path: string): string {
  return `${method} ${path
    .replace(/\{\w+\}/g, '{}')
    .replace('/versions/2019-11-01-preview/', '/versions/{}/')
    .toLowerCase()}`;
}

function queryOf(query: Readonly<Record<string, string>> = {}): string {
  const [first] = Object.entries(query);
  return first === undefined ? '' : `?${first.join('=')}`;
}

function accepts(versions: readonly string[], { apiVersion }: Operation): boolean {
  return apiVersion === undefined ? versions.length === 0 : versions.includes(apiVersion);
}
