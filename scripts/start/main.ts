import process from 'node:process';
import { installBrowser } from '../../test/vscode/installBrowser.ts';
import { installServer } from '../../test/vscode/installServer.ts';
import { runProcess } from '../runProcess.ts';
import { Stopped, untilStopped } from '../stopRequest.ts';
import { findDesktopVsCode, runDesktop } from './desktop.ts';
import { serve } from './inBrowser.ts';
import { readOptions, usage, type StartOptions } from './options.ts';
import { sampleSettings } from './sampleSettings.ts';
import { takeScreenshot } from './screenshot.ts';
import { takeWalkthroughPictures } from './walkthroughPictures.ts';

const stopped = untilStopped();
const options = optionsOrExit();
try {
  // What prepares needs no order at the end: its processes end with this one. What runs takes itself down.
  const desktop = isHeadless(options) ? undefined : findDesktopVsCode();
  await Promise.race([prepare(desktop === undefined), stopped]);
  await run(desktop);
} catch (error) {
  if (!(error instanceof Stopped)) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
process.exit();

function optionsOrExit(): StartOptions {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return process.exit(2);
  }
}

async function prepare(needsServer: boolean): Promise<void> {
  console.log('Building the extension…');
  const { code, output } = await runProcess(process.execPath, ['esbuild.mjs'], { output: 'keep' });
  if (code !== 0) throw new Error(`${output}\nThe build failed.`);
  if (needsServer) await installServer();
  if (isHeadless(options)) await installBrowser();
}

function isHeadless({ screenshot, walkthrough }: StartOptions): boolean {
  return screenshot !== undefined || walkthrough !== undefined;
}

async function run(desktop: string | undefined): Promise<void> {
  if (options.screenshot !== undefined) {
    console.log("Taking a picture of the sample in VS Code's server…");
    await takeScreenshot(options.screenshot, options, stopped);
    console.log(`Written: ${options.screenshot}`);
  } else if (options.walkthrough !== undefined) {
    console.log("Taking the walkthrough's pictures in VS Code's server…");
    await takeWalkthroughPictures(options.walkthrough, stopped);
    console.log(`Written into: ${options.walkthrough}`);
  } else if (desktop !== undefined) {
    console.log(`Starting ${desktop} with the sample. Close its window or press Ctrl+C to end it.`);
    await runDesktop(desktop, sampleSettings(options), stopped);
  } else {
    console.log("Starting VS Code's server with the sample, as no desktop VS Code was found…");
    await serve(options, stopped);
  }
}
