import { runTests } from '@vscode/test-electron';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { PassThrough } from 'node:stream';
import { projectRoot } from '../../test/vscode/paths.ts';
import { quietSettings } from '../../test/vscode/quietSettings.ts';
import type { HostTask } from './hostEntry.ts';

const standIn = path.join(projectRoot, 'test', 'vscode', 'desktopStandIn.ts');
const entry = path.join(projectRoot, 'out', 'bench', 'hostEntry.js');
const extensions = [projectRoot, path.join(import.meta.dirname, 'empty')];

/** Starts a VS Code with data folders of its own, carries the task out in its extension host, and answers its report. */
export async function inExtensionHost(
  task: HostTask,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<unknown> {
  const folder = mkdtempSync(path.join(tmpdir(), 'synapse-bench-'));
  const report = path.join(folder, 'report.json');
  const output = new PassThrough();
  let text = '';
  output.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  try {
    const user = path.join(folder, 'data', 'User');
    mkdirSync(user, { recursive: true });
    writeFileSync(path.join(user, 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
    await runTests({
      vscodeExecutablePath: process.env['VSCODE_EXECUTABLE_PATH'] ?? standIn,
      extensionDevelopmentPath: extensions,
      extensionTestsPath: entry,
      extensionTestsEnv: { SYNAPSE_BENCH_TASK: JSON.stringify(task), SYNAPSE_BENCH_REPORT: report },
      launchArgs: [
        `--user-data-dir=${path.join(folder, 'data')}`,
        `--extensions-dir=${path.join(folder, 'extensions')}`,
      ],
      stdout: output,
      stderr: output,
    }).catch((error: unknown) => {
      throw new Error(`The extension host did not come to its end.\n${text}`, { cause: error });
    });
    return JSON.parse(readFileSync(report, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
