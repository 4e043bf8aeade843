// Takes a fresh clone to where the TypeScript scripts can run. Plain JavaScript without dependencies: it runs under whatever
// Node the machine has, before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const OLDEST_TO_BEGIN_WITH = 18;
const OLDEST_TO_GO_ON_WITH = 24; // runs TypeScript as it is
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Runs a script of this project under the pinned Node, with the dependencies of package-lock.json installed, in the
 * project's folder. This process ends with the script's exit code, passes signals on to it, and the script sees its IPC
 * channel close when this process is killed.
 * @param {string} script relative to the project's folder
 * @param {readonly string[]} args
 */
export function runUnderPinnedNode(script, args) {
  if (major(process.version) < OLDEST_TO_BEGIN_WITH) {
    fail(`Node.js ${OLDEST_TO_BEGIN_WITH} or newer is needed to begin with; this is ${process.version}.`);
  }
  installDependencies();
  const node = pinnedNode();
  const child = spawn(node, [script, ...args], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}` },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    if (signal) console.error(`${script} was ended by ${signal}`);
    process.exit(code ?? 1);
  });
}

function installDependencies() {
  if (isInstalled()) return;
  console.log('Installing the dependencies (npm ci)…');
  const { status, signal, error } = spawnSync(
    'npm',
    ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32', // npm is a .cmd file there
    },
  );
  if (status !== 0) fail(`npm ci failed (${error ? error.message : signal || status}).`);
}

/** Whether npm's own record of what it installed agrees with package-lock.json: whoever ran npm, and however. */
function isInstalled() {
  const wanted = packagesIn('package-lock.json');
  const installed = packagesIn('node_modules/.package-lock.json');
  return Object.keys(wanted).every((name) => {
    if (name === '') return true; // the project itself
    const found = installed[name];
    return found ? found.version === wanted[name].version : wanted[name].optional; // optional: for other platforms
  });
}

function packagesIn(lockFile) {
  const file = path.join(root, lockFile);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

/** The Node that package-lock.json pins, where npm carries one that runs here; else the running one, if it is new enough. */
function pinnedNode() {
  const pinned = path.join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(pinned) && spawnSync(pinned, ['--version']).status === 0) return pinned;
  if (major(process.version) >= OLDEST_TO_GO_ON_WITH) return process.execPath;
  return fail(
    `Node.js ${OLDEST_TO_GO_ON_WITH} or newer is needed; this is ${process.version}, and npm carries one only for Linux with ` +
      `glibc (x64 and arm64). Install Node.js ${OLDEST_TO_GO_ON_WITH} and run the same command again.`,
  );
}

function major(version) {
  return Number(version.slice(1).split('.')[0]);
}

function fail(message) {
  console.error(message);
  return process.exit(1);
}
