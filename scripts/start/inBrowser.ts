import { projectRoot } from '../../test/vscode/paths.ts';
import { VsCodeServer } from '../../test/vscode/vscodeServer.ts';
import type { StartOptions } from './options.ts';
import { sampleSettings } from './sampleSettings.ts';

const USUAL_PORT = 8180;

/** Starts VS Code's server with the extension and the sample; where no port was asked for and the usual one is taken, on any. */
export async function startServer(
  options: StartOptions,
  settings: Readonly<Record<string, unknown>> = sampleSettings(options),
): Promise<VsCodeServer> {
  const start = (port: number): Promise<VsCodeServer> =>
    VsCodeServer.start({ developmentExtensions: [projectRoot], settings, port });
  if (options.port !== undefined) return start(options.port);
  try {
    return await start(USUAL_PORT);
  } catch (error) {
    if (error instanceof Error && error.message.includes('EADDRINUSE')) return start(0);
    throw error;
  }
}

/** Prints the address and serves until `stopped` rejects or the server ends by itself, which is an error. */
export async function serve(options: StartOptions, stopped: Promise<never>): Promise<void> {
  await using server = await startServer(options);
  console.log(`\n  ${server.url()}\n\nOpen this address in a browser on this machine. Ctrl+C ends it.`);
  const reason = await Promise.race([server.ended, stopped]);
  throw new Error(`${reason}\n${server.output()}`);
}
