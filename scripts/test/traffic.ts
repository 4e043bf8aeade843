import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { resultsFolder } from '../../test/vscode/paths.ts';

/** How long the emulator's long-running operations take in tests: long enough for their states to be seen. */
export const OPERATION_TIME_MS = 2000;

/** An empty folder for the exchanges that the emulator records in a ring; the contract ring judges them. */
export function freshTrafficFolder(ring: string): string {
  const folder = path.join(resultsFolder, 'traffic', ring);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}
