import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { type Installation, installServer } from './installServer.ts';
import { writeLanguagePack } from './languagePack.ts';
import type { LauncherMessage, LauncherOptions } from './launcher.ts';
import { quietSettings, restrictedSettings } from './quietSettings.ts';

export interface ServerOptions {
  /** Folders that are loaded as development extensions. */
  readonly developmentExtensions?: readonly string[];
  /** A folder with installed extensions (`installExtension`); without it none is installed. */
  readonly extensionsFolder?: string | undefined;
  /** The module whose `run()` the extension host calls: in-host tests. */
  readonly testsPath?: string | undefined;
  /** Machine settings, over the quiet ones that every run has. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Merged over product.json, e.g. `trustedExtensionAuthAccess`. */
  readonly product?: Readonly<Record<string, unknown>>;
  /** Added to the environment of the server, and so of the extension host. */
  readonly env?: Readonly<Record<string, string>>;
  /** The language that VS Code takes itself to be in: `de`. Its own words stay English, an extension's are that language's. */
  readonly locale?: string | undefined;
  /** Whether the folder that opens has to be trusted first: the window is in Restricted Mode. */
  readonly restricted?: boolean | undefined;
  /** Without it any free port. */
  readonly port?: number | undefined;
}

const STOP_WITHIN_MS = 5000;

/** A running VS Code server with data folders of its own; `stop` ends it and removes them. */
export class VsCodeServer {
  /** An empty folder outside any repository, for the window to open. */
  readonly workspaceFolder: string;
  /** Settles when the server's process has ended, for whatever reason, with a sentence about it. */
  readonly ended: Promise<string>;
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'synapse-vscode-'));
  /** Without it any page in a person's own browser could reach the server, and through it the machine. */
  readonly #token = randomUUID();
  readonly #launcher: ChildProcess;
  #port = 0;
  #output = '';

  private constructor({ folder, node }: Installation, options: ServerOptions) {
    this.workspaceFolder = this.#makeFolder('workspace');
    this.#launcher = fork(path.join(import.meta.dirname, 'launcher.ts'), {
      execPath: node,
      execArgv: [], // a test runner's flags are not for VS Code
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Ctrl+C in a terminal reaches a whole process group: the server is to end when we say so, after the browser.
      detached: true,
      // Sockets of VS Code's processes go into this folder, or else each run would leave some in the temporary folder.
      env: { ...process.env, XDG_RUNTIME_DIR: this.#folder, ...options.env },
    });
    this.ended = once(this.#launcher, 'exit').then(([code, signal]: (number | string | null)[]) => {
      return `VS Code's server ended with ${String(signal ?? code)}`;
    });
    for (const stream of [this.#launcher.stdout, this.#launcher.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.#output = (this.#output + chunk.toString()).slice(-20_000);
        if (process.env['VSCODE_TEST_VERBOSE']) process.stderr.write(chunk);
      });
    }
    this.#launcher.send(this.#launcherOptions(folder, options));
  }

  /** Starts a server. Rejects with its output when it does not come up, for example because the port is taken. */
  static async start(options: ServerOptions = {}): Promise<VsCodeServer> {
    const server = new VsCodeServer(await installServer(), options);
    try {
      await server.#listening();
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  /** The address that opens `folder` (or the empty workspace folder) in a browser. */
  url(folder = this.workspaceFolder): string {
    const url = new URL(`http://127.0.0.1:${this.#port}/`);
    url.searchParams.set('tkn', this.#token);
    url.searchParams.set('folder', folder);
    return url.href;
  }

  /** The last 20,000 characters that the server wrote. */
  output(): string {
    return this.#output;
  }

  /** Ends the server with everything that it started, and removes its folders. May be called again. */
  async stop(): Promise<void> {
    const group = this.#launcher.pid;
    if (group !== undefined && this.#launcher.exitCode === null && this.#launcher.signalCode === null) {
      this.#launcher.kill('SIGTERM');
      const timer = setTimeout(() => this.#launcher.kill('SIGKILL'), STOP_WITHIN_MS);
      await this.ended;
      clearTimeout(timer);
    }
    if (group !== undefined) endGroup(group);
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  #launcherOptions(vscode: string, options: ServerOptions): LauncherOptions {
    const data = this.#makeFolder('data');
    if (options.locale !== undefined) writeLanguagePack(data, options.locale);
    const settings = { ...quietSettings, ...(options.restricted && restrictedSettings), ...options.settings };
    writeFileSync(
      path.join(this.#makeFolder('data', 'Machine'), 'settings.json'),
      JSON.stringify(settings, undefined, 2),
    );
    return {
      vscode,
      port: options.port ?? 0,
      arguments: {
        'connection-token': this.#token,
        'user-data-dir': data,
        'server-data-dir': data,
        'extensions-dir': options.extensionsFolder ?? this.#makeFolder('extensions'),
        ...(options.locale !== undefined && { locale: options.locale }),
        ...(options.restricted && { 'disable-workspace-trust': false }),
      },
      workbench: {
        developmentExtensions: options.developmentExtensions ?? [],
        testsPath: options.testsPath,
        product: options.product ?? {},
      },
    };
  }

  #makeFolder(...names: readonly string[]): string {
    const folder = path.join(this.#folder, ...names);
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  async #listening(): Promise<void> {
    const message = await Promise.race([
      once(this.#launcher, 'message').then(([first]) => first as LauncherMessage),
      this.ended.then((failed): LauncherMessage => ({ failed: `${failed}\n${this.#output}` })),
    ]);
    if ('failed' in message) throw new Error(`VS Code's server did not start: ${message.failed}`);
    this.#port = message.listening;
  }
}

/** Ends what the launcher leaves behind: an extension host that hangs, or all of its children when it was killed itself. */
function endGroup(group: number): void {
  if (process.platform === 'win32') return; // no process groups there
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // Nobody left in it: what we want.
  }
}
