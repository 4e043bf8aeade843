import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { specificationRoot, specificationsFolder } from '../../../../scripts/generateApi/specifications.ts';
import { temporaryFolder } from './fixture.ts';

const project = path.resolve(import.meta.dirname, '../../../..');
const noSpecifications = specificationRoot(specificationsFolder()) === undefined && 'no specifications folder';

/** Copies what the command reads and writes, so that a test may alter it. */
function copyTo(folder: string): void {
  for (const part of [
    'package.json',
    '.prettierrc.json',
    'scripts/generateApi.ts',
    'scripts/generateApi',
    'src/api',
    'src/azure',
  ]) {
    cpSync(path.join(project, part), path.join(folder, part), { recursive: true });
  }
  symlinkSync(path.join(project, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
}

function generateApi(
  folder: string,
  specifications: string,
  ...options: string[]
): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/generateApi.ts', ...options], {
    cwd: folder,
    env: { ...process.env, SYNAPSE_API_DIR: specifications },
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

describe('generateApi --check', () => {
  it('says in one line that it is skipped where the specifications are not', () => {
    const { status, output } = generateApi(project, path.join(project, 'no-such-folder'), '--check');
    assert.equal(status, 0);
    assert.match(output, /^skipped: [^\n]*no-such-folder[^\n]*\n$/);
  });

  it('cannot be skipped when writing', () => {
    const { status, output } = generateApi(project, path.join(project, 'no-such-folder'));
    assert.equal(status, 1);
    assert.match(output, /no-such-folder/);
  });

  it('names the file that is stale, and is content once it is written again', { skip: noSpecifications }, () => {
    using folder = temporaryFolder();
    copyTo(folder.path);
    assert.equal(generateApi(folder.path, specificationsFolder(), '--check').status, 0);

    appendFileSync(path.join(folder.path, 'src/api/synapse/sqlPools.generated.ts'), '// altered\n');
    const stale = generateApi(folder.path, specificationsFolder(), '--check');
    assert.equal(stale.status, 1);
    assert.match(stale.output, /^src\/api\/synapse\/sqlPools\.generated\.ts: differs\n/);

    assert.equal(generateApi(folder.path, specificationsFolder()).status, 0);
    assert.equal(generateApi(folder.path, specificationsFolder(), '--check').status, 0);
  });
});
