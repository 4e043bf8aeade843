import { rmSync, statSync } from 'node:fs';
import process from 'node:process';
import { runProcess } from './runProcess.ts';

/** Packs what dist/ holds (a production build) and package.json describes into `file`, with vsce; prints the size. */
export async function packageExtension(file: string): Promise<{ readonly packaged: boolean; readonly output: string }> {
  rmSync(file, { force: true });
  const { code, output } = await runProcess(
    process.execPath,
    [
      'node_modules/@vscode/vsce/vsce',
      'package',
      '--no-dependencies',
      '--allow-missing-repository',
      '--no-rewrite-relative-links',
      '--out',
      file,
    ],
    { output: 'keep' },
  );
  if (code === 0) console.log(`vsix      ${(statSync(file).size / 1024).toFixed(1).padStart(7)} KB`);
  return { packaged: code === 0, output };
}
