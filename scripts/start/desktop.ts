import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { projectRoot } from '../../test/vscode/paths.ts';
import { quietSettings } from '../../test/vscode/quietSettings.ts';

const STOP_WITHIN_MS = 5000;

/** Where VS Code's program lies, seen from its command line tool: Linux, macOS, Windows. */
const programs = ['../code', '../code-insiders', '../../../../MacOS/Electron', '../../../../MacOS/Code', '../Code.exe'];

/**
 * The program of a desktop VS Code: VSCODE_EXECUTABLE_PATH, or the one that `code` on PATH belongs to, where there is a
 * screen. The tool itself will not do, as it ends while the window stays; and the `code` of a remote session has no window.
 */
export function findDesktopVsCode(): string | undefined {
  const chosen = process.env['VSCODE_EXECUTABLE_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (!existsSync(chosen)) throw new Error(`VSCODE_EXECUTABLE_PATH names ${chosen}, which is not there`);
    return programOf(chosen) ?? chosen;
  }
  const hasScreen = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  if (!hasScreen) return undefined;
  const tool = process.platform === 'win32' ? 'code.cmd' : 'code';
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.map((folder) => programOf(path.join(folder, tool))).find((program) => program !== undefined);
}

function programOf(tool: string): string | undefined {
  if (!existsSync(tool)) return undefined;
  const folder = path.dirname(realpathSync(tool));
  if (path.basename(folder) !== 'bin') return undefined;
  return programs.map((program) => path.join(folder, program)).find((program) => existsSync(program));
}

/**
 * Opens a window of its own, with data folders of its own, and waits until it is closed or `stopped` rejects; ends VS Code
 * and removes the folders in either case.
 */
export async function runDesktop(program: string, settings: object, stopped: Promise<never>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'synapse-desktop-'));
  const user = path.join(folder, 'data', 'User');
  const workspace = path.join(folder, 'workspace');
  for (const needed of [user, workspace]) mkdirSync(needed, { recursive: true });
  writeFileSync(path.join(user, 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }, undefined, 2));

  const child = spawn(
    program,
    [
      `--extensionDevelopmentPath=${projectRoot}`,
      `--user-data-dir=${path.join(folder, 'data')}`,
      `--extensions-dir=${path.join(folder, 'extensions')}`,
      '--new-window',
      workspace,
    ],
    { stdio: 'ignore' },
  );
  const closed = once(child, 'exit');
  try {
    await Promise.race([closed, stopped]);
  } finally {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
      await closed;
      clearTimeout(timer);
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
