// npm run generate [-- --check]: everything in the sources that is generated.
import process from 'node:process';
import { runProcess } from './runProcess.ts';

for (const generator of [
  'scripts/generateApi.ts',
  'scripts/generateContributions.ts',
  'scripts/generateTexts.ts',
  'scripts/generateOperations.ts',
]) {
  const { code } = await runProcess(process.execPath, [generator, ...process.argv.slice(2)], { output: 'show' });
  if (code !== 0) process.exitCode = code;
}
