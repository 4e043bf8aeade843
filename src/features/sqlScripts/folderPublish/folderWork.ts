import type * as vscode from 'vscode';
import { isChange } from '../../../platform/plan/plan.ts';
import { folderPaths } from '../explorer/folderTree.ts';
import type { ScriptStore } from '../scripts/scriptStore.ts';
import type { SqlScript } from '../scripts/sqlScript.ts';
import type { PlanView, RowView } from './contract.ts';
import { documentFor, folderPlan, type ScriptRow } from './folderPlan.ts';
import type { FolderRun } from './folderRun.ts';
import { folderPlanWords } from './folderWords.ts';
import { readFolder } from './readFolder.ts';
import { wantedScripts } from './wantedScripts.ts';
import { sameValue } from './moreMembers.ts';

/** A plan with all that it was made from. */
export interface FolderPlan {
  readonly store: ScriptStore;
  readonly below: string;
  readonly rows: ReadonlyMap<string, ScriptRow>;
  readonly scripts: readonly SqlScript[];
  readonly mayWrite: PlanView['mayWrite'];
  readonly madeAt: number;
}

export interface MakePlanOptions {
  readonly store: ScriptStore;
  readonly below: string;
  readonly signal: AbortSignal;
  readonly onRead?: (count: number) => void;
}

/** Makes the plan of a folder: the files are read and the workspace's list, which is one request, side by side. */
export async function planOf(folder: vscode.Uri, options: MakePlanOptions): Promise<FolderPlan> {
  const { store, below, signal, onRead } = options;
  const madeAt = Date.now();
  const [{ files, sidecar }, scripts, mayWrite] = await Promise.all([
    readFolder(folder, signal, onRead),
    store.list(signal, { fresh: true }),
    store.checkWrite(signal),
  ]);
  const { workspaceName } = store.place.workspace;
  const wanted = wantedScripts(files, { sidecar, workspaceName, below });
  const rows = folderPlan(wanted, scripts, below, folderPlanWords);
  return { store, below, scripts, mayWrite, madeAt, rows: new Map(rows.map((row) => [row.key, row])) };
}

/** The plan as the page shows it, with how far each row is. */
export function planView({ store, rows, scripts, mayWrite }: FolderPlan, run: FolderRun): PlanView {
  return {
    rows: [...rows.values()].map((row) => rowView(row, run)),
    mayWrite,
    folders: folderPaths(scripts),
    studio: store.place.connection.cloud.studio !== undefined,
  };
}

function rowView(row: ScriptRow, run: FolderRun): RowView {
  const { key, action, wanted, present, reasons } = row;
  const progress = run.progressOf(key);
  return {
    key,
    action,
    name: present?.name ?? wanted?.name ?? '',
    folder: wanted?.folder ?? present?.folder ?? '',
    ...(wanted && { file: wanted.path }),
    reasons: [...reasons],
    state: progress?.state ?? 'planned',
    ...(progress?.words !== undefined && { words: progress.words }),
  };
}

/** Whether a row of a newer plan would do just what the person has seen. */
export function doesTheSame(seen: ScriptRow, now: ScriptRow | undefined): boolean {
  if (now?.action !== seen.action || now.present?.etag !== seen.present?.etag) return false;
  if (!isChange(now) || now.action === 'remove') return true;
  return sameValue(documentFor(now).document, documentFor(seen).document);
}
