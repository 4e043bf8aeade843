import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { installOnce } from './installOnce.ts';

/** A folder for each version that the rings run on, named as the npm package code-server counts: 4.105.1 is VS Code 1.105.1. */
const versionsFolder = path.join(import.meta.dirname, 'servers');
const NEWEST = '4.139.1';
const standInFolder = path.join(import.meta.dirname, 'standIns');

/**
 * VS Code's server needs these native modules at run time. They exist as source only, and nothing is compiled here:
 * plain JavaScript takes their place (package in VS Code's node_modules → our file).
 */
const standIns = {
  '@vscode/spdlog': 'spdlog.cjs',
  '@vscode/native-watchdog': 'nativeWatchdog.cjs',
  'native-watchdog': 'nativeWatchdog.cjs', // its name in VS Code 1.105
};

/**
 * What a version of VS Code takes from a Git repository, which npm's registry does not serve: the release with the same
 * number takes its place.
 */
const releases = { '@parcel/watcher': '2.5.1' };

export interface Installation {
  /** The one with `out/server-main.js`, `product.json` and `extensions/`. */
  readonly folder: string;
  /** The Node that runs it: this one, unless the version brings its own. */
  readonly node: string;
}

/**
 * Installs VS Code's server (it lies in the npm package code-server) unless that was done before. Needs npm and its
 * registry, builds nothing.
 * SYNAPSE_TEST_VSCODE chooses another version than the newest: 4.105.1 is the oldest VS Code that is supported.
 */
export async function installServer(): Promise<Installation> {
  const version = process.env['SYNAPSE_TEST_VSCODE'] || NEWEST;
  const manifestFolder = path.join(versionsFolder, version);
  if (!existsSync(manifestFolder)) {
    const known = readdirSync(versionsFolder).join(', ');
    throw new Error(`SYNAPSE_TEST_VSCODE=${version}: there is no such version in test/vscode/servers, only ${known}.`);
  }
  const name = `server-${fingerprint(manifestFolder)}`;
  const folder = await installOnce(name, `VS Code's server ${version}`, async (scratch) => {
    for (const file of ['package.json', 'package-lock.json']) {
      copyFileSync(path.join(manifestFolder, file), path.join(scratch, file));
    }
    await npm(['ci'], scratch);
    const vscode = vscodeFolder(scratch);
    takeReleases(vscode);
    // VS Code's own dependencies come from the shrinkwrap in the package. `npm ci` refuses it (a peer is missing there).
    await npm(['install'], vscode);
    for (const [module, file] of Object.entries(standIns)) {
      const place = path.join(vscode, 'node_modules', module);
      if (existsSync(place)) copyFileSync(path.join(standInFolder, file), path.join(place, 'index.js'));
    }
  });
  return { folder: vscodeFolder(folder), node: nodeOf(folder) };
}

/** VS Code 1.105 hangs under Node 24 when an extension is an ES module: it gets the Node that it was made for. */
function nodeOf(installation: string): string {
  const own = path.join(installation, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  return existsSync(own) ? own : process.execPath;
}

interface Dependencies {
  dependencies?: Record<string, string>;
}

/** Rewrites what VS Code's package.json and its shrinkwrap say of modules that come from a Git repository. */
function takeReleases(vscode: string): void {
  const [manifestFile, shrinkwrapFile] = ['package.json', 'npm-shrinkwrap.json'].map((file) => path.join(vscode, file));
  if (manifestFile === undefined || shrinkwrapFile === undefined) return;
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Dependencies;
  const shrinkwrap = JSON.parse(readFileSync(shrinkwrapFile, 'utf8')) as { packages: Record<string, Dependencies> };
  const root = shrinkwrap.packages[''];
  for (const [module, version] of Object.entries(releases)) {
    if (manifest.dependencies?.[module]?.includes('#') !== true || !root?.dependencies) continue;
    manifest.dependencies[module] = version;
    root.dependencies[module] = version;
    Reflect.deleteProperty(shrinkwrap.packages, `node_modules/${module}`);
  }
  writeFileSync(manifestFile, JSON.stringify(manifest, undefined, 2));
  writeFileSync(shrinkwrapFile, JSON.stringify(shrinkwrap, undefined, 2));
}

function vscodeFolder(installation: string): string {
  return path.join(installation, 'node_modules', 'code-server', 'lib', 'vscode');
}

/** Changes with whatever decides what is installed, so that an old installation is not taken for the wanted one. */
function fingerprint(manifestFolder: string): string {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  hash.update(readFileSync(path.join(manifestFolder, 'package-lock.json')));
  hash.update(JSON.stringify(releases));
  for (const file of new Set(Object.values(standIns))) hash.update(readFileSync(path.join(standInFolder, file)));
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
