#!/usr/bin/env node
// Takes the command line of desktop VS Code as @vscode/test-electron writes it, and runs the in-host tests in VS Code's
// server with a headless browser instead. Exit code: 0 when the tests' run() resolved. VSCODE_TEST_PRODUCT: JSON that is
// merged over product.json. Settings come from the user data folder, as in desktop VS Code.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { launchBrowser } from './browser.ts';
import { VsCodeServer, type ServerOptions } from './vscodeServer.ts';

type Outcome = { readonly code: number } | { readonly failure: string };

const outcome = await run(readCommandLine());
if ('failure' in outcome) console.error(outcome.failure);
process.exit('code' in outcome ? outcome.code : 1);

async function run(options: ServerOptions): Promise<Outcome> {
  await using server = await VsCodeServer.start(options);
  await using browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const { promise: ended, resolve: end } = Promise.withResolvers<Outcome>();
  // The workbench calls these two when the extension host has run the tests, and for each line that it logs.
  await page.exposeFunction('codeAutomationExit', (code: number) => {
    end({ code });
  });
  await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
    if (process.env['VSCODE_TEST_VERBOSE']) console.error(type, ...args);
  });
  page.on('crash', () => {
    end({ failure: 'the page crashed' });
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      end({ failure: `ended by ${signal}` });
    });
  }
  process.stdin.resume().on('end', () => {
    end({ failure: 'the program that started the tests is gone' });
  });
  void server.ended.then((reason) => {
    end({ failure: `${reason}\n${server.output()}` });
  });
  await page.goto(server.url());
  return await ended; // not `return ended`: server and browser would be disposed of before it settles
}

function readCommandLine(): ServerOptions {
  const { values } = parseArgs({
    strict: false,
    options: {
      extensionDevelopmentPath: { type: 'string', multiple: true },
      extensionTestsPath: { type: 'string' },
      'user-data-dir': { type: 'string' },
    },
  });
  const { extensionDevelopmentPath: extensions = [], extensionTestsPath: tests, 'user-data-dir': data } = values;
  if (typeof tests !== 'string') throw new Error('--extensionTestsPath is missing: this stand-in only runs tests');
  return {
    developmentExtensions: [extensions].flat().map((folder) => path.resolve(String(folder))),
    testsPath: path.resolve(tests),
    settings: typeof data === 'string' ? readJson(path.join(data, 'User', 'settings.json')) : {},
    product: JSON.parse(process.env['VSCODE_TEST_PRODUCT'] ?? '{}') as Record<string, unknown>,
  };
}

function readJson(file: string): Record<string, unknown> {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {};
}
