import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { cacheFolder, projectRoot } from './paths.ts';

const COMPLETE = '.complete';

/**
 * The folder `name` of the cache, made by `install` if it is not there yet. The work happens in a scratch folder that is
 * moved into place when it is complete: a run that is broken off leaves nothing that looks finished, and of two runs at
 * once the slower one takes what the faster one made. `what`: how the message calls it that is printed then.
 */
export async function installOnce(
  name: string,
  what: string,
  install: (folder: string) => void | Promise<void>,
): Promise<string> {
  const folder = path.join(cacheFolder, name);
  const isComplete = (): boolean => existsSync(path.join(folder, COMPLETE));
  if (isComplete()) return folder;

  mkdirSync(cacheFolder, { recursive: true });
  removeAbandoned();
  console.log(`Installing ${what} in ${path.relative(projectRoot, folder)}, for this run and later ones…`);
  const scratch = mkdtempSync(path.join(cacheFolder, `unfinished-${String(process.pid)}-`));
  try {
    await install(scratch);
    writeFileSync(path.join(scratch, COMPLETE), '');
    if (!isComplete()) {
      rmSync(folder, { recursive: true, force: true });
      renameSync(scratch, folder);
    }
  } catch (error) {
    if (!isComplete()) throw error;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return folder;
}

/** Removes the scratch folders of runs that were broken off. */
function removeAbandoned(): void {
  for (const name of readdirSync(cacheFolder)) {
    const owner = /^unfinished-(\d+)-/.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) {
      rmSync(path.join(cacheFolder, name), { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
