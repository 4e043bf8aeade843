import assert from 'node:assert/strict';
import nodeModule from 'node:module';
import type * as vscode from 'vscode';

const key = Symbol.for('synapse-explorer.test.context');
const main = '/dist/extension.js';

/**
 * Takes a look at the context that VS Code gives to the extension: puts a module before its main file that passes
 * everything on. To be called before the extension is activated.
 */
export function watchExtensionContext(): void {
  nodeModule.registerHooks({
    load(url, context, next) {
      if (!url.endsWith(main)) return next(url, context);
      const source = `
        import * as extension from ${JSON.stringify(`${url}?itself`)};
        export function activate(context) {
          globalThis[Symbol.for(${JSON.stringify(key.description)})] = context;
          return extension.activate(context);
        }`;
      return { format: 'module', source, shortCircuit: true };
    },
  });
}

export function extensionContext(): vscode.ExtensionContext {
  const context = (globalThis as Record<symbol, unknown>)[key];
  assert.ok(context, 'The extension was not seen being activated.');
  return context as vscode.ExtensionContext;
}
