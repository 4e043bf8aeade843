import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** Writes generated files, by path and content; with `--check` it only says which are stale, and ends with 1. */
export function writeOrCheck(files: ReadonlyMap<string, string>): void {
  if (!process.argv.includes('--check')) {
    for (const [file, content] of files) writeFileSync(file, content);
    return;
  }
  const stale = [...files].filter(([file, content]) => read(file) !== content).map(([file]) => path.basename(file));
  if (stale.length > 0) {
    console.error(`${stale.join(' and ')}: stale. Run "npm run generate".`);
    process.exitCode = 1;
  }
}

export function asJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
