import { OptionError, parseOptions, type EmulatorOptions } from './options.ts';
import { startEmulator } from './server.ts';

/** The command line. Exit codes: 0 ended on request, 1 could not start, 2 wrong usage. */
async function main(): Promise<void> {
  let options: EmulatorOptions;
  try {
    options = parseOptions(process.argv.slice(2), process.env);
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
    // A parent's channel would keep the process alive.
    if (process.connected) process.disconnect();
    return;
  }

  const starting = startEmulator(options);
  let ending: Promise<void> | undefined;
  const end = (): void => {
    ending ??= starting.then((emulator) => emulator.close()).then(() => process.exit(0));
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  // The channel to a process that forked this one; there is none otherwise.
  process.on('disconnect', end);

  const { ready } = await starting;
  process.stdout.write(`${JSON.stringify(ready)}\n`);
  process.send?.(ready);
}

main().catch((error: unknown) => {
  process.stderr.write(`The emulator could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
