import { runTests } from '@vscode/test-electron';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { PassThrough } from 'node:stream';
import { substituteExtensions } from '../../test/vscode/packagedExtension.ts';
import { projectRoot } from '../../test/vscode/paths.ts';
import { quietSettings } from '../../test/vscode/quietSettings.ts';
import { startHostEmulator } from './hostEmulator.ts';
import { readHostReport } from './hostReport.ts';
import type { Outcome } from './outcome.ts';
import { freshTrafficFolder, OPERATION_TIME_MS } from './traffic.ts';

const standIn = path.join(projectRoot, 'test', 'vscode', 'desktopStandIn.ts');

/** Lets the extension use the substitute's account without the question that VS Code asks a person first. */
const product = { trustedExtensionAuthAccess: { microsoft: ['synapse-explorer.synapse-explorer'] } };

/**
 * Runs test/host inside a real extension host, against the emulator and a substitute for VS Code's accounts: in the desktop
 * VS Code that VSCODE_EXECUTABLE_PATH names, else in VS Code's server.
 */
export async function runHostRing(): Promise<Outcome> {
  const folder = mkdtempSync(path.join(tmpdir(), 'synapse-host-'));
  const report = path.join(folder, 'report.jsonl');
  const output = new PassThrough();
  const chunks: Buffer[] = [];
  output.on('data', (chunk: Buffer) => chunks.push(chunk));
  try {
    using emulator = await startHostEmulator(freshTrafficFolder('host'), OPERATION_TIME_MS);
    const user = path.join(folder, 'data', 'User');
    mkdirSync(user, { recursive: true });
    writeFileSync(path.join(user, 'settings.json'), JSON.stringify({ ...quietSettings, ...emulator.settings }));
    const exitCode = await runTests({
      vscodeExecutablePath: process.env['VSCODE_EXECUTABLE_PATH'] ?? standIn,
      extensionDevelopmentPath: [projectRoot, substituteExtensions.microsoftAuthentication],
      extensionTestsPath: path.join(projectRoot, 'out', 'host', 'index.js'),
      extensionTestsEnv: {
        ...emulator.env,
        SYNAPSE_TEST_REPORT: report,
        VSCODE_TEST_PRODUCT: JSON.stringify(product),
      },
      launchArgs: [
        `--user-data-dir=${path.join(folder, 'data')}`,
        `--extensions-dir=${path.join(folder, 'extensions')}`,
      ],
      stdout: output,
      stderr: output,
    }).catch(() => 1);
    return readHostReport(report, exitCode, () => Buffer.concat(chunks).toString());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
