import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { bytesAtStart, type Outputs } from '../../scripts/build/staticImports.ts';
import { packageExtension } from '../../scripts/packageExtension.ts';
import { runProcess } from '../../scripts/runProcess.ts';
import { projectRoot } from '../../test/vscode/paths.ts';

/** Builds the extension as it is shipped, and what is run in the extension host. */
export async function buildExtension(): Promise<void> {
  const { code, output } = await runProcess(process.execPath, ['esbuild.mjs', '--production', '--bench'], {
    output: 'keep',
  });
  if (code !== 0) throw new Error(output);
}

/** Bytes that are read at activation: by the build's own report. */
export function entryBytes(): number {
  const report = readFileSync(path.join(projectRoot, 'out', 'meta.json'), 'utf8');
  return bytesAtStart((JSON.parse(report) as { readonly outputs: Outputs }).outputs);
}

/** Bytes of the .vsix that the last build makes. */
export async function vsixBytes(): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'synapse-bench-'));
  try {
    const file = path.join(folder, 'synapse-explorer.vsix');
    const { packaged, output } = await packageExtension(file);
    if (!packaged) throw new Error(output);
    return statSync(file).size;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
