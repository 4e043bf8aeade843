import * as vscode from 'vscode';
import type { Change } from '../../platform/changes/changes.ts';
import type { NodeIcon } from '../../platform/tree/treeNode.ts';
import { placeOf } from './changePlace.ts';

/** What a change is: the words of the command that made it, else words made from the request. */
export function titleOf({ write }: Change): string {
  if (write.about) return write.about.title;
  const { thing, action } = placeOf(write);
  switch (write.method) {
    case 'PUT':
      return vscode.l10n.t('Create or change {0}', thing);
    case 'PATCH':
      return vscode.l10n.t('Change {0}', thing);
    case 'DELETE':
      return vscode.l10n.t('Delete {0}', thing);
    default:
      return action === undefined ? write.operation : vscode.l10n.t('{0}: {1}', thing, action);
  }
}

/** How a change goes or went, in a few words. */
export function stateWords({ state, accepted }: Change): string {
  switch (state) {
    case 'going':
      return accepted ? vscode.l10n.t('accepted, under way') : vscode.l10n.t('under way');
    case 'done':
      return vscode.l10n.t('done');
    case 'failed':
      return vscode.l10n.t('failed');
    case 'left':
      return accepted
        ? vscode.l10n.t('accepted; Azure goes on, nobody waits here')
        : vscode.l10n.t('given up before Azure answered');
  }
}

export function stateIcon({ state, accepted }: Change): NodeIcon {
  switch (state) {
    case 'going':
      return { id: 'loading~spin' };
    case 'done':
      return { id: 'check', color: 'charts.green' };
    case 'failed':
      return { id: 'error', color: 'errorForeground' };
    case 'left':
      return { id: accepted ? 'debug-disconnect' : 'circle-slash', color: 'descriptionForeground' };
  }
}

/** `14:05`, with the day where it is not today's. */
export function timeWords(time: Date, now = new Date()): string {
  const today = time.toDateString() === now.toDateString();
  return time.toLocaleString(vscode.env.language, {
    timeStyle: 'short',
    ...(!today && { dateStyle: 'short' }),
  });
}

/** Day and time to the second, for details. */
export function exactTime(time: Date): string {
  return time.toLocaleString(vscode.env.language, { dateStyle: 'medium', timeStyle: 'medium' });
}
