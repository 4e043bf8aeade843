import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { connectionState, untilConnectionIs } from './support/connectionState.ts';
import { childrenOf, explorerTree, extension, extensionId } from './support/explorer.ts';
import { loadedFiles } from './support/loadedFiles.ts';
import { connectionAttempts } from './support/loopbackOnly.ts';

interface Contributes {
  readonly commands: readonly { readonly command: string }[];
  readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
}

// The first file by its name: what it looks for happens once in the life of a window.
describe('activation', () => {
  before('nobody has activated the extension yet', async () => {
    assert.equal(extension().isActive, false);
    await explorerTree();
  });

  it('loads neither axios nor azext-utils nor @azure/identity', function () {
    const origins = originsOfLoadedCode() ?? this.skip();
    assert.ok(origins.has('src/activation.ts'), [...origins].join(', '));
    assert.deepEqual(heavy(origins), []);
  });

  it('registers every command that package.json contributes', async () => {
    const registered = new Set(await vscode.commands.getCommands(true));
    const contributed = contributes().commands.map(({ command }) => command);
    assert.ok(contributed.length > 10, contributed.join(', '));
    assert.deepEqual(
      contributed.filter((command) => !registered.has(command)),
      [],
    );
  });

  it('asks nobody for anything, even when a command runs that needs no connection', async () => {
    await vscode.commands.executeCommand('synapse.showLog');
    assert.deepEqual(await childrenOf(), []);
    // Nobody has looked: “signed out” would flash in the view before “Connecting…”.
    assert.equal(connectionState(), 'idle');
    assert.deepEqual(connectionAttempts(), []);
  });

  it('loads azext-utils with the first command', function () {
    const origins = originsOfLoadedCode() ?? this.skip();
    assert.deepEqual(heavy(origins), ['@microsoft/vscode-azext-utils']);
  });

  it('shows its view, and fills it with what the account can see', async () => {
    const views = Object.values(contributes().views).flat();
    assert.deepEqual(
      views.map(({ id }) => id),
      ['synapse.explorer', 'synapse.activity'],
    );
    await vscode.commands.executeCommand('synapse.explorer.focus');
    await untilConnectionIs('connected');
    assert.equal((await childrenOf()).length, 3);
    assert.equal((await explorerTree()).view.visible, true);
    assert.notDeepEqual(connectionAttempts(), []);
  });

  it('loads axios with the first request', function () {
    const origins = originsOfLoadedCode() ?? this.skip();
    assert.deepEqual(heavy(origins), ['@microsoft/vscode-azext-utils', 'axios']);
  });
});

function contributes(): Contributes {
  const { contributes } = extension().packageJSON as { readonly contributes: Contributes };
  return contributes;
}

/**
 * Sources and packages whose code is in the extension's files that were loaded, by the build's own report. A build that
 * watches writes none.
 */
function originsOfLoadedCode(): Set<string> | undefined {
  const { extensionPath } = extension();
  const report = path.join(extensionPath, 'out', 'meta.json');
  if (!existsSync(report)) return undefined;
  const { outputs } = JSON.parse(readFileSync(report, 'utf8')) as {
    readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, unknown>> }>>;
  };
  const ours = loadedFiles().filter((file) => file.startsWith(path.join(extensionPath, 'dist', path.sep)));
  assert.notEqual(ours.length, 0, `No file of ${extensionId} was seen being loaded.`);
  return new Set(
    ours.flatMap((file) => {
      const output = outputs[path.relative(extensionPath, file).replaceAll(path.sep, '/')];
      assert.ok(output, `The build's report does not know ${file}.`);
      return Object.keys(output.inputs).map((input) => packageOf(input) ?? input);
    }),
  );
}

function packageOf(input: string): string | undefined {
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
}

/** The packages that activation must not pay for, as far as they are among the origins. */
function heavy(origins: ReadonlySet<string>): string[] {
  return ['@azure/identity', '@microsoft/vscode-azext-utils', 'axios'].filter((name) => origins.has(name));
}
