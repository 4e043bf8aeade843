import * as vscode from 'vscode';
import { plainText } from '../../../platform/plainText.ts';
import { editorKey } from '../contributions.ts';
import type { Draft, Drafts } from '../files/drafts.ts';
import { isPublishedView } from '../files/folders.ts';
import type { OpenScript, OpenScripts } from '../files/openScripts.ts';
import type { ScriptFileSystem } from '../files/scriptFileSystem.ts';
import { scriptKey } from '../files/scriptPlace.ts';
import { scriptScheme } from '../scripts/scriptScheme.ts';
import { parseScriptUri } from '../scripts/scriptUri.ts';
import { newScript } from '../scripts/sqlScript.ts';
import { connectionWords } from './connectionWords.ts';
import { lensesOf } from './scriptLenses.ts';

export interface ScriptEditorsParts {
  readonly files: ScriptFileSystem;
  readonly opened: OpenScripts;
  readonly drafts: Drafts;
}

/** What editors of scripts show beside the text: lenses, and an item in the status bar while one is active. */
export class ScriptEditors implements vscode.CodeLensProvider, vscode.Disposable {
  readonly onDidChangeCodeLenses: vscode.Event<void>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #parts: ScriptEditorsParts;
  readonly #status: vscode.StatusBarItem;
  readonly #disposable: vscode.Disposable;
  readonly #looking = new Set<string>();

  constructor(parts: ScriptEditorsParts) {
    this.#parts = parts;
    this.onDidChangeCodeLenses = this.#changed.event;
    this.#status = vscode.window.createStatusBarItem('synapse.sqlScript', vscode.StatusBarAlignment.Right, 100);
    this.#status.name = vscode.l10n.t('SQL script');
    this.#status.command = 'synapse.sqlScript.change';
    const update = (): void => {
      this.#changed.fire();
      void this.#update();
    };
    this.#disposable = vscode.Disposable.from(
      this.#changed,
      this.#status,
      vscode.languages.registerCodeLensProvider({ scheme: scriptScheme }, this),
      vscode.window.onDidChangeActiveTextEditor(update),
      parts.opened.onDidLook(update),
      parts.drafts.onDidChange(update),
    );
    update();
  }

  async provideCodeLenses({ uri }: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const script = this.#scriptAt(uri);
    return script ? lensesOf(script, await this.#draftOf(script)) : [];
  }

  dispose(): void {
    this.#disposable.dispose();
  }

  async #update(): Promise<void> {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const script = uri && this.#scriptAt(uri);
    const draft = script && (await this.#draftOf(script));
    if (uri?.toString() !== vscode.window.activeTextEditor?.document.uri.toString()) return;
    void vscode.commands.executeCommand('setContext', editorKey, script && (draft ? 'draft' : 'published'));
    if (!script) {
      this.#status.hide();
      return;
    }
    const { workspaceName } = script.store.place.workspace;
    const { address, published } = script;
    const connection = connectionWords(published ?? newScript(address.name)) ?? vscode.l10n.t('No connection');
    this.#status.text = `$(database) ${plainText(connection)}${draft ? ` $(edit) ${vscode.l10n.t('Draft')}` : ''}`;
    this.#status.tooltip = [
      vscode.l10n.t('SQL script of workspace {0}', workspaceName),
      vscode.l10n.t('Connects to {0}', connection),
      ...(draft ? [vscode.l10n.t('Holds a draft that is not published')] : []),
    ].join('\n');
    this.#status.accessibilityInformation = { label: this.#status.tooltip.replaceAll('\n', ', ') };
    this.#status.show();
  }

  #scriptAt(uri: vscode.Uri): OpenScript | undefined {
    if (isPublishedView(uri) || !parseScriptUri(uri)) return undefined;
    const script = this.#parts.opened.get(uri);
    if (!script) this.#look(uri);
    return script;
  }

  /** VS Code does not ask for a script whose unsaved text it has kept over a reload; what comes is told by `onDidLook`. */
  #look(uri: vscode.Uri): void {
    const key = uri.toString();
    if (this.#looking.has(key)) return;
    this.#looking.add(key);
    const done = (): void => {
      this.#looking.delete(key);
    };
    this.#parts.files.stat(uri).then(done, done);
  }

  async #draftOf({ address }: OpenScript): Promise<Draft | undefined> {
    return await this.#parts.drafts.get(scriptKey(address));
  }
}
