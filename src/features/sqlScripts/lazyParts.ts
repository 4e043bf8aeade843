import * as vscode from 'vscode';
import type { FeatureParts } from '../../platform/featureParts.ts';
import type { ScriptEditors } from './editor/scriptEditors.ts';
import type { ScriptFileSystem } from './files/scriptFileSystem.ts';
import type { Drafts } from './files/drafts.ts';
import type { Journal } from './files/journal.ts';
import type { OpenScripts } from './files/openScripts.ts';
import type { Renames } from './files/renames.ts';
import type { ScriptPlaces } from './files/scriptPlace.ts';

/** What the feature is made of once somebody uses it. */
export interface ScriptParts extends FeatureParts {
  readonly files: ScriptFileSystem;
  readonly opened: OpenScripts;
  readonly renames: Renames;
  readonly places: ScriptPlaces;
  readonly drafts: Drafts;
  readonly journal: Journal;
  readonly editors: ScriptEditors;
}

/** Makes the parts at their first use, once. */
export function lazyScriptParts(parts: FeatureParts): {
  readonly load: () => Promise<ScriptParts>;
  readonly disposable: vscode.Disposable;
} {
  let made: Promise<ScriptParts> | undefined;
  let disposed = false;
  let loaded: vscode.Disposable | undefined;
  const load = (): Promise<ScriptParts> => {
    made ??= (async () => {
      const { makeScriptParts } = await import('./makeScriptParts.ts');
      const result = makeScriptParts(parts);
      if (disposed) result.disposable.dispose();
      loaded = result.disposable;
      return result.parts;
    })();
    return made;
  };
  const disposable = new vscode.Disposable(() => {
    disposed = true;
    loaded?.dispose();
  });
  return { load, disposable };
}
