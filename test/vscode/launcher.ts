// One VS Code server in a process of its own. The parent sends LauncherOptions as an IPC message, the answer is a
// LauncherMessage. Ends when it is told to, or when the parent is gone, however the parent went.
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { configureWorkbenchPage, isWorkbenchPage, type WorkbenchChanges } from './workbenchPage.ts';

export interface LauncherOptions {
  /** The folder of VS Code's server (`installServer`). */
  readonly vscode: string;
  /** 0: any free port. */
  readonly port: number;
  /** Command line arguments of VS Code's server, without their dashes. */
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly workbench: WorkbenchChanges;
}

export type LauncherMessage = { readonly listening: number } | { readonly failed: string };

/** What server-main.js offers a program that embeds it. */
interface ServerModule {
  readonly loadCodeWithNls: () => Promise<{
    createServer(address: null, args: Record<string, unknown>): Promise<CodeServer>;
  }>;
}
interface CodeServer {
  handleRequest(request: http.IncomingMessage, response: http.ServerResponse): unknown;
  handleUpgrade(request: http.IncomingMessage, socket: Socket): void;
  dispose(): void;
}

/** Puts this run's configuration into the workbench's page on its way out. */
class ConfiguredResponse extends http.ServerResponse {
  override end(...[body, ...rest]: readonly unknown[]): this {
    const changed =
      typeof body === 'string' && isWorkbenchPage(body) ? configureWorkbenchPage(body, options.workbench) : body;
    return super.end(...([changed, ...rest] as Parameters<http.ServerResponse['end']>));
  }
}

const quietArguments = {
  _: [],
  compatibility: '1.64', // what code-server passes: it keeps extensions working that were installed by older versions
  'accept-server-license-terms': true,
  'disable-telemetry': true,
  'disable-experiments': true,
  'disable-update-check': true,
  'disable-getting-started-override': true,
  'disable-workspace-trust': true,
};

const [options] = (await once(process, 'message')) as [LauncherOptions];
const code = await createCodeServer();
const server = http.createServer({ ServerResponse: ConfiguredResponse }, (request, response) => {
  void code.handleRequest(request, response);
});
server.on('upgrade', (request, socket) => {
  code.handleUpgrade(request, socket as Socket);
});
server.on('error', (error) => {
  process.send?.({ failed: error.message } satisfies LauncherMessage, () => {
    end();
  });
});
server.listen(options.port, '127.0.0.1', () => {
  process.send?.({ listening: (server.address() as AddressInfo).port } satisfies LauncherMessage);
});

process.on('disconnect', end);
if (!process.connected) end(); // the parent went while VS Code was being read
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);

function end(): void {
  try {
    code.dispose();
  } finally {
    process.exit(0);
  }
}

async function createCodeServer(): Promise<CodeServer> {
  // With this variable server-main.js is a library; without it, it would start to listen by itself.
  process.env['CODE_SERVER_PARENT_PID'] = String(process.pid);
  const main = pathToFileURL(path.join(options.vscode, 'out', 'server-main.js'));
  const { loadCodeWithNls } = (await import(main.href)) as ServerModule;
  delete process.env['CODE_SERVER_PARENT_PID'];
  return (await loadCodeWithNls()).createServer(null, { ...quietArguments, ...options.arguments });
}
