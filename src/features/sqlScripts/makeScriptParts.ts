import * as vscode from 'vscode';
import type { Connection } from '../../platform/connection.ts';
import type { FeatureParts } from '../../platform/featureParts.ts';
import type { TreeModel } from '../../platform/tree/treeModel.ts';
import { ScriptEditors } from './editor/scriptEditors.ts';
import { draftWords } from './editor/draftWords.ts';
import { Drafts } from './files/drafts.ts';
import { forgetEmptyDrafts } from './files/emptyDrafts.ts';
import { Journal } from './files/journal.ts';
import { OpenScripts } from './files/openScripts.ts';
import { KeptFiles } from './files/keptFiles.ts';
import { Publisher } from './files/publisher.ts';
import { Renames } from './files/renames.ts';
import { SaveReasons } from './files/saveReasons.ts';
import { ScriptFileSystem } from './files/scriptFileSystem.ts';
import { ScriptPlaces } from './files/scriptPlace.ts';
import { Stamps } from './files/stamps.ts';
import type { ScriptParts } from './lazyParts.ts';
import { recover } from './files/recovery.ts';
import { refreshSections } from './explorer/refreshSections.ts';
import { scriptsOf } from './scripts/scriptStores.ts';

/** Puts the parts together; nothing is read or sent. */
export function makeScriptParts(parts: FeatureParts): {
  readonly parts: ScriptParts;
  readonly disposable: vscode.Disposable;
} {
  const { context, connections, errors } = parts;
  const kept = (name: string): KeptFiles => new KeptFiles(context.globalStorageUri, name);
  const drafts = new Drafts(kept('drafts'));
  const journal = new Journal(kept('journal'));
  const places = new ScriptPlaces(connections);
  const reasons = new SaveReasons();
  const publisher = new Publisher({ drafts, journal, errors, ...draftWords(context.globalState, drafts) });
  const opened = new OpenScripts(places, drafts);
  const renames = new Renames();
  const stamps = new Stamps(kept('stamps'));
  const files = new ScriptFileSystem({ places, opened, drafts, reasons, renames, publisher, stamps });
  const editors = new ScriptEditors({ files, opened, drafts });
  const listen = listenToScripts(parts.model);
  let over: Connection | undefined;
  const connected = (): void => {
    if (connections.current === over) return;
    over = connections.current;
    if (!over) return;
    listen(over);
    // What is open may be of another cloud's time, or could not be read before.
    opened.reconnected();
    const onRecovered = (): void => {
      opened.lookAgain();
    };
    recover({ journal, drafts, places, onRecovered }).catch((error: unknown) => {
      errors.log(vscode.l10n.t('Drafts of SQL scripts could not be read'), error);
    });
  };
  connected();
  const disposable = vscode.Disposable.from(
    reasons,
    opened,
    editors,
    forgetEmptyDrafts(drafts),
    connections.onDidChange(connected),
  );
  return { parts: { ...parts, files, opened, renames, places, drafts, journal, editors }, disposable };
}

/** Keeps the tree true to what is known of a connection's scripts, whoever has changed them. */
function listenToScripts(model: TreeModel): (connection: Connection) => void {
  const heard = new WeakSet<Connection>();
  return (connection) => {
    if (heard.has(connection)) return;
    heard.add(connection);
    scriptsOf(connection).onDidChange(({ place }) => {
      refreshSections(model, place);
    });
  };
}
