import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { builtInRoles as emulated } from '../../../../emulator/services/accessControl/builtInRoles.ts';
import type { SynapseRoleDefinition } from '../../../../src/api/synapse/roleDefinitions.generated.ts';
import { builtInRoles } from '../../../../src/features/accessControl/roles/builtInRoles.ts';
import { readRole } from '../../../../src/features/accessControl/roles/readRoles.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const recording = path.resolve(
  root,
  process.env['SYNAPSE_API_DIR'] ?? '../shared/api',
  'recorded/roleDefinitions.2020-08-01-preview.recorded.json',
);
const skip = existsSync(recording) ? false : `no recording at ${path.relative(root, recording)}`;

function withoutTexts(definitions: readonly SynapseRoleDefinition[]): unknown {
  return definitions.map((definition) => ({ ...readRole(definition), description: '' }));
}

test('the built-in roles are those of the recording', { skip }, () => {
  const recorded = JSON.parse(readFileSync(recording, 'utf8')) as SynapseRoleDefinition[];
  assert.deepEqual(builtInRoles, withoutTexts(recorded));
});

test('the built-in roles are those of the emulator', () => {
  assert.equal(builtInRoles.length, 11);
  assert.deepEqual(builtInRoles, withoutTexts(emulated));
});
