import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { installOnce } from './installOnce.ts';

const manifestFolder = path.join(import.meta.dirname, 'server');
const standInFolder = path.join(import.meta.dirname, 'standIns');

/**
 * VS Code's server needs these two native modules at run time. They exist as source only, and nothing is compiled here:
 * plain JavaScript takes their place (package in VS Code's node_modules → our file).
 */
const standIns = {
  '@vscode/spdlog': 'spdlog.cjs',
  '@vscode/native-watchdog': 'nativeWatchdog.cjs',
};

/**
 * Installs VS Code's server (it lies in the npm package code-server) unless that was done before, and answers its folder,
 * the one with `out/server-main.js`, `product.json` and `extensions/`. Needs npm and its registry, builds nothing.
 */
export async function installServer(): Promise<string> {
  const folder = await installOnce(`server-${fingerprint()}`, "VS Code's server", async (scratch) => {
    for (const file of ['package.json', 'package-lock.json']) {
      copyFileSync(path.join(manifestFolder, file), path.join(scratch, file));
    }
    await npm(['ci'], scratch);
    const vscode = vscodeFolder(scratch);
    // VS Code's own dependencies come from the shrinkwrap in the package. `npm ci` refuses it (a peer is missing there).
    await npm(['install'], vscode);
    for (const [module, file] of Object.entries(standIns)) {
      copyFileSync(path.join(standInFolder, file), path.join(vscode, 'node_modules', module, 'index.js'));
    }
  });
  return vscodeFolder(folder);
}

function vscodeFolder(installation: string): string {
  return path.join(installation, 'node_modules', 'code-server', 'lib', 'vscode');
}

/** Changes with whatever decides what is installed, so that an old installation is not taken for the wanted one. */
function fingerprint(): string {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  hash.update(readFileSync(path.join(manifestFolder, 'package-lock.json')));
  for (const file of Object.values(standIns)) hash.update(readFileSync(path.join(standInFolder, file)));
  return hash.digest('hex').slice(0, 12);
}

async function npm(args: readonly string[], folder: string): Promise<void> {
  const quiet = ['--ignore-scripts', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  const child = spawn('npm', [...args, ...quiet], {
    cwd: folder,
    env: environmentForNpm(),
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32', // npm is a .cmd file there
  });
  const end = (): void => void child.kill();
  process.once('exit', end); // an npm that nobody waits for is of no use
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  process.off('exit', end);
  if (code !== 0) throw new Error(`npm ${args.join(' ')} in ${folder} ended with ${signal ?? String(code)}`);
}

/** Under `npm start` npm describes this project in npm_* variables; an npm for another folder must not believe them. */
function environmentForNpm(): NodeJS.ProcessEnv {
  const keep = /^npm_config_(registry|cache|userconfig|globalconfig)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || keep.test(name)));
}
