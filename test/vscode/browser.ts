import process from 'node:process';
import { chromium, type Browser } from 'playwright-core';
import { installBrowser } from './installBrowser.ts';

/** The sandbox needs rights that containers lack, and the pages that are opened are our own. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Who runs this ends browser and server in order; playwright would end the whole process at once. */
const signalsAreOurs = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };

/** Starts a headless browser; HEADED=1 shows it (with CHROMIUM_PATH or an installed Chrome, and a display). */
export async function launchBrowser(): Promise<Browser> {
  const headless = process.env['HEADED'] !== '1';
  return chromium.launch({ ...(await installBrowser()), headless, args: flags, ...signalsAreOurs });
}
