// npm run package: builds for production and packs the extension into synapse-explorer.vsix.
import process from 'node:process';
import { vsixFile } from '../test/vscode/packagedExtension.ts';
import { packageExtension } from './packageExtension.ts';
import { runProcess } from './runProcess.ts';

const { code } = await runProcess(process.execPath, ['esbuild.mjs', '--production'], { output: 'show' });
if (code !== 0) process.exit(code);
const { packaged, output } = await packageExtension(vsixFile);
console.log(packaged ? `Written: ${vsixFile}` : output);
process.exitCode = packaged ? 0 : 1;
