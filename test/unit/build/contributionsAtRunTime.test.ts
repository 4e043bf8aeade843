import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { withoutManifestParts } from '../../../scripts/build/contributionsAtRunTime.ts';

const root = path.resolve(import.meta.dirname, '../../..');

describe('Contributions in the bundle', () => {
  it('keep what commands are asked for, and nothing that only package.json needs', () => {
    const source = `
      export const PoolKind = nodeKind<Pool>()({ name: 'pool', flags: ['named'] });
      export const poolContributions = contributions({
        kinds: { PoolKind },
        commands: {
          'synapse.pause': { title: 'Pause…', icon: 'debug-pause', targets: [target(PoolKind)], menu: '1@1', inline: 1 },
          'synapse.log': { title: 'Show log' },
        },
        settings: { 'synapse.x': { type: 'string', description: 'commands: { }' } },
      });`;
    assert.equal(
      withoutManifestParts(source).replace(/\s+/g, ' ').trim(),
      `export const PoolKind = nodeKind<Pool>()({ name: 'pool', flags: ['named'] }); export const poolContributions = contributions({ commands: { 'synapse.pause': { title: 'Pause…', targets: [target(PoolKind)], }, 'synapse.log': { title: 'Show log' }, }, });`,
    );
  });

  it('are still TypeScript in every feature', () => {
    const files = globSync('src/**/contributions.ts', { cwd: root });
    assert.ok(files.length > 5);
    for (const file of files) {
      const kept = withoutManifestParts(readFileSync(path.join(root, file), 'utf8'));
      const { diagnostics = [] } = ts.transpileModule(kept, { reportDiagnostics: true });
      assert.deepEqual(
        diagnostics.map(({ messageText }) => messageText),
        [],
        file,
      );
    }
  });
});
