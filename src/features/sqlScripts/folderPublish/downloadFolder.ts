import * as vscode from 'vscode';
import { plainText } from '../../../platform/plainText.ts';
import { withProgress } from '../../../platform/progress.ts';
import { decodeText, encodeText, type TextEncoding } from '../publishing/scriptText.ts';
import type { InFolder } from '../contributions.ts';
import { scriptsOf } from '../scripts/scriptStores.ts';
import { type DownloadedFile, downloadedFiles, sidecarAfter } from './downloadPlan.ts';
import { sameValue } from './moreMembers.ts';
import { sidecarOf } from './readFolder.ts';
import { type ScriptEntry, sidecarPath, sidecarText } from './sidecar.ts';

/** A file that is to be written, and what is there. */
interface LocalFile extends DownloadedFile {
  readonly uri: vscode.Uri;
  readonly there: 'nothing' | 'same' | 'other';
  /** Of the file that is there, so that it is kept. */
  readonly encoding: TextEncoding;
}

const MOST_NAMED = 10;

/**
 * Writes the scripts of a workspace, or of one of its folders, as .sql files below a folder that is asked for, with the
 * sidecar that holds what they cannot. Nothing that differs is overwritten without asking.
 */
export async function downloadFolder(place: InFolder): Promise<void> {
  const { workspaceName } = place.workspace;
  const target = await askForFolder(workspaceName);
  if (!target) return;
  const files = await withProgress(vscode.l10n.t('Comparing with {0}', target.fsPath), async (signal) => {
    const [scripts, sidecar] = await Promise.all([
      scriptsOf(place.connection).of(place).list(signal, { fresh: true }),
      sidecarOf(target),
    ]);
    return await Promise.all(
      downloadedFiles(scripts, place.folder).map((file) => localFile(target, file, sidecar.scripts[file.path])),
    );
  });
  const chosen = await chooseFiles(files);
  await withProgress(vscode.l10n.t('Downloading SQL scripts of {0}', workspaceName), async (signal, report) => {
    // The sidecar first: if this is cancelled, what is written already still knows what it is connected to.
    await writeSidecar(target, chosen);
    for (const [index, { uri, script, encoding, there }] of chosen.entries()) {
      signal.throwIfAborted();
      if (there !== 'same') await vscode.workspace.fs.writeFile(uri, encodeText(script.query, encoding));
      if (index % 20 === 0) report(vscode.l10n.t('{0} of {1}', index + 1, chosen.length));
    }
  });
  const written = chosen.filter(({ there }) => there !== 'same').length;
  void tellEnd(target, written, files.length - chosen.length, chosen.length - written);
}

async function askForFolder(workspaceName: string): Promise<vscode.Uri | undefined> {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  const folders = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Download SQL scripts of {0} to', workspaceName),
    openLabel: vscode.l10n.t('Download'),
    canSelectFiles: false,
    canSelectFolders: true,
    ...(first && { defaultUri: first.uri }),
  });
  return folders?.[0];
}

/** @param entry what the sidecar says about the file now: it is somebody's work as much as the text */
async function localFile(target: vscode.Uri, file: DownloadedFile, entry: ScriptEntry | undefined): Promise<LocalFile> {
  const uri = vscode.Uri.joinPath(target, file.path);
  try {
    const decoded = decodeText(await vscode.workspace.fs.readFile(uri));
    const same = decoded?.text === file.script.query && (entry === undefined || sameValue(entry, file.entry));
    const there = same ? 'same' : 'other';
    return { ...file, uri, there, encoding: decoded?.encoding ?? 'utf8' };
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError) || error.code !== 'FileNotFound') throw error;
    return { ...file, uri, there: 'nothing', encoding: 'utf8' };
  }
}

/** All files where none differs; else as the person says. @throws CancellationError */
async function chooseFiles(files: readonly LocalFile[]): Promise<readonly LocalFile[]> {
  const different = files.filter(({ there }) => there === 'other');
  if (different.length === 0) return files;
  const named = different.slice(0, MOST_NAMED).map(({ path }) => path);
  const more = different.length - named.length;
  const detail = [...named, ...(more === 0 ? [] : [vscode.l10n.t('and {0} more', more)])].join('\n');
  const overwrite = vscode.l10n.t('Overwrite');
  const skip = vscode.l10n.t('Skip these');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('{0} local files differ from what is published. Overwrite them?', different.length),
    { modal: true, detail: plainText(detail) },
    overwrite,
    skip,
  );
  if (answer === overwrite) return files;
  if (answer === skip) return files.filter(({ there }) => there !== 'other');
  throw new vscode.CancellationError();
}

async function writeSidecar(target: vscode.Uri, files: readonly LocalFile[]): Promise<void> {
  const before = await sidecarOf(target);
  const after = sidecarText(sidecarAfter(before, files));
  if (files.length > 0 && after !== sidecarText(before)) {
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(target, sidecarPath), new TextEncoder().encode(after));
  }
}

async function tellEnd(target: vscode.Uri, written: number, skipped: number, same: number): Promise<void> {
  const words = [
    vscode.l10n.t('{0} SQL scripts downloaded', written),
    ...(same === 0 ? [] : [vscode.l10n.t('{0} were there already', same)]),
    ...(skipped === 0 ? [] : [vscode.l10n.t('{0} skipped', skipped)]),
  ].join(', ');
  const isOpen = vscode.workspace.getWorkspaceFolder(target) !== undefined;
  const open = vscode.l10n.t('Open folder');
  const answer = await vscode.window.showInformationMessage(words, ...(isOpen ? [] : [open]));
  if (answer === open) await vscode.commands.executeCommand('vscode.openFolder', target, { forceNewWindow: true });
}
