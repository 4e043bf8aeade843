import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { installOnce } from './installOnce.ts';

/** What playwright needs to start a browser. */
export interface Browser {
  readonly executablePath?: string;
  /** A browser that playwright finds by itself. */
  readonly channel?: string;
  readonly env?: Record<string, string>;
}

/**
 * A Chromium: the one named by CHROMIUM_PATH; on Linux x64 the one that the npm package @sparticuz/chromium carries,
 * unpacked once; elsewhere an installed Chrome.
 */
export async function installBrowser(): Promise<Browser> {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen !== undefined && chosen !== '') return { executablePath: chosen };
  if (process.platform !== 'linux' || process.arch !== 'x64') return { channel: 'chrome' };

  const module = import.meta.resolve('@sparticuz/chromium');
  const folder = await installOnce(`chromium-${packageVersion(module)}`, 'a browser', (scratch) =>
    unpack(module, scratch),
  );
  return {
    executablePath: path.join(folder, 'chromium'),
    env: { ...definedVariables(), ...librariesFor(folder), ...fontsFor(folder) },
  };
}

/** The package's own libraries first. */
function librariesFor(folder: string): Record<string, string> {
  const searchPath = [path.join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']];
  return { LD_LIBRARY_PATH: searchPath.filter(Boolean).join(':') };
}

/** The package's own fonts where the machine has none; its configuration looks for them in fixed places, so ours is used. */
function fontsFor(folder: string): Record<string, string> {
  if (existsSync('/etc/fonts/fonts.conf')) return {};
  const configuration = path.join(folder, 'fonts', 'here.conf');
  const cache = path.join(folder, 'fonts', 'cache');
  writeFileSync(
    configuration,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${path.join(folder, 'fonts')}</dir><cachedir>${cache}</cachedir></fontconfig>\n`,
  );
  return { FONTCONFIG_FILE: configuration };
}

/**
 * The package unpacks into the temporary folder and trusts what it finds there, even half a file of another version: so it
 * gets a temporary folder of its own. Taken for AWS, it also unpacks libraries that a bare machine lacks.
 */
async function unpack(module: string, folder: string): Promise<void> {
  const program = `import chromium from ${JSON.stringify(module)}; await chromium.executablePath();`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
}

function packageVersion(module: string): string {
  const manifest = readFileSync(new URL('../package.json', module), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

function definedVariables(): Record<string, string> {
  const defined = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(defined);
}
