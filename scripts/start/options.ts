import { parseArgs } from 'node:util';

/** Colour themes of VS Code itself, by the names of `--theme`. */
const themes = { dark: 'Dark Modern', light: 'Light Modern', hc: 'Default High Contrast' };

export const usage = `npm start [-- OPTIONS]
  --port N               the port of VS Code's server (without it 8180, or any free one)
  --theme dark|light|hc  the colour theme
  --screenshot FILE.png  headless: shows the sample in the explorer, writes a picture of it, and ends
  --walkthrough FOLDER   headless: writes the pictures of the walkthrough's steps, and ends`;

export interface StartOptions {
  readonly port?: number;
  /** The name of a colour theme of VS Code. */
  readonly theme?: string;
  /** The file to write. */
  readonly screenshot?: string;
  /** The folder to write the walkthrough's pictures into. */
  readonly walkthrough?: string;
}

/** Reads the command line. Throws an error whose message says what is wrong with it. */
export function readOptions(args: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      theme: { type: 'string' },
      screenshot: { type: 'string' },
      walkthrough: { type: 'string' },
    },
  });
  return {
    ...(values.port === undefined ? {} : { port: readPort(values.port) }),
    ...(values.theme === undefined ? {} : { theme: readTheme(values.theme) }),
    ...(values.screenshot === undefined ? {} : { screenshot: readFile(values.screenshot) }),
    ...(values.walkthrough === undefined ? {} : { walkthrough: values.walkthrough }),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new Error(`--port ${text}: a number from 0 to 65535 is needed`);
  return port;
}

function readTheme(name: string): string {
  const theme = Object.entries(themes).find(([key]) => key === name)?.[1];
  if (theme === undefined) throw new Error(`--theme ${name}: one of ${Object.keys(themes).join(', ')} is needed`);
  return theme;
}

function readFile(file: string): string {
  if (!file.toLowerCase().endsWith('.png')) throw new Error(`--screenshot ${file}: the name of a .png file is needed`);
  return file;
}
