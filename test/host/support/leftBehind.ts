import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type * as vscode from 'vscode';
import { extensionContext } from './extensionContext.ts';
import { logLines } from './logLines.ts';
import { seenTexts } from './seenTexts.ts';

/** A text that somebody could read after the run, and where. */
export interface LeftBehind {
  readonly where: string;
  readonly text: string;
}

/** Everything that the extension has logged, shown, copied and kept so far; VS Code's secret storage is not among it. */
export function leftBehind(): LeftBehind[] {
  const context = extensionContext();
  return [
    ...logLines().map((text) => ({ where: 'log', text })),
    ...seenTexts().map((text) => ({ where: 'shown', text })),
    ...states,
    ...stateNow(),
    ...[context.logUri, context.globalStorageUri, context.storageUri].flatMap((folder) =>
      folder === undefined ? [] : filesIn(folder.fsPath),
    ),
  ];
}

/** Remembers what the extension keeps just now, before it is made to forget it. */
export function noteState(): void {
  states.push(...stateNow());
}
const states: LeftBehind[] = [];

function stateNow(): LeftBehind[] {
  const { globalState, workspaceState } = extensionContext();
  return [...kept('global state', globalState), ...kept('workspace state', workspaceState)];
}

function kept(where: string, memory: vscode.Memento): LeftBehind[] {
  return memory.keys().map((key) => ({ where, text: `${key}: ${JSON.stringify(memory.get(key))}` }));
}

function filesIn(folder: string): LeftBehind[] {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
  return names.flatMap((name) => {
    const file = path.join(folder, name);
    try {
      return [{ where: file, text: readFileSync(file, 'utf8') }];
    } catch {
      return []; // a folder
    }
  });
}
