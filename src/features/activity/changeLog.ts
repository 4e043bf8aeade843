import type * as vscode from 'vscode';
import type { Change } from '../../platform/changes/changes.ts';
import { errorWords } from '../../platform/errors/errorWords.ts';
import { placeOf } from './changePlace.ts';
import { stateWords, titleOf } from './changeWords.ts';

/** Writes a change that has ended as one line of the log. */
export function logChange(log: Pick<vscode.LogOutputChannel, 'info' | 'warn'>, change: Change): void {
  const { write, account, began, ended, requestId, error } = change;
  const { workspace } = placeOf(write);
  const seconds = ended ? (ended.getTime() - began.getTime()) / 1000 : 0;
  const line = [
    `${titleOf(change)}: ${stateWords(change)}`,
    ...(error === undefined ? [] : [errorWords(error).summary]),
    ...(workspace === undefined ? [] : [`workspace ${workspace}`]),
    `account ${account}`,
    `${seconds.toFixed(1)} s`,
    write.operation,
    ...(requestId === undefined ? [] : [`request id ${requestId}`]),
  ].join(' · ');
  if (change.state === 'failed') log.warn(line);
  else log.info(line);
}
