import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface StaleFile {
  /** Path below the folder, with forward slashes. */
  readonly file: string;
  readonly why: 'missing' | 'differs' | 'no longer generated';
}

/** Compares what stands in a folder with what would be written there. */
export function compareFiles(folder: string, files: ReadonlyMap<string, string>): StaleFile[] {
  const stale: StaleFile[] = [];
  for (const [file, text] of files) {
    const fullPath = path.join(folder, file);
    if (!existsSync(fullPath)) stale.push({ file, why: 'missing' });
    // A checkout on Windows may have changed the line ends.
    else if (readFileSync(fullPath, 'utf8').replaceAll('\r\n', '\n') !== text) stale.push({ file, why: 'differs' });
  }
  for (const file of generatedFiles(folder)) {
    if (!files.has(file)) stale.push({ file, why: 'no longer generated' });
  }
  return stale;
}

/** Writes what differs, removes what is no longer generated, and answers how many files that were. */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): number {
  const stale = compareFiles(folder, files);
  for (const { file } of stale) {
    const text = files.get(file);
    const fullPath = path.join(folder, file);
    if (text === undefined) {
      rmSync(fullPath);
      continue;
    }
    mkdirSync(path.dirname(fullPath), { recursive: true });
    writeFileSync(fullPath, text);
  }
  return stale.length;
}

function generatedFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => /\.generated\.(ts|json)$/.test(file));
}
