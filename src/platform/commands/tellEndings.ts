import * as vscode from 'vscode';
import type { ErrorPresenter } from '../errors/errorPresenter.ts';
import { errorWords } from '../errors/errorWords.ts';
import { quotedNames } from '../operationWords.ts';
import { plainText } from '../plainText.ts';
import type { Ending } from '../runTogether.ts';

/** What is said of the resources with these names, at least one, as sentences. */
export interface EndingWords {
  readonly done: (names: readonly string[]) => string;
  /** Nobody waits any more, and Azure goes on. */
  readonly goesOn: (names: readonly string[]) => string;
  /** Without a full stop: the reason follows. */
  readonly failed: (names: readonly string[]) => string;
}

/**
 * Tells in one message how changes of several resources have ended, with every failure by name.
 *
 * @param reached Whether a result is what was wanted. What is on its way still is not told: its row is followed.
 * @throws the error of a change that was the only one; the command's wrapper shows it
 */
export function tellEndings<Result>(
  errors: ErrorPresenter,
  endings: readonly Ending<Result>[],
  words: EndingWords,
  reached: (result: Result) => boolean,
): void {
  const named = (fits: (ending: Ending<Result>) => boolean): string[] => endings.filter(fits).map(({ name }) => name);
  const done = named((ending) => ending.outcome === 'done' && reached(ending.result));
  const goesOn = named((ending) => ending.outcome === 'left' && ending.accepted);
  const stopped = named((ending) => ending.outcome === 'left' && !ending.accepted);
  const failures = endings.filter((ending) => ending.outcome === 'failed');
  const sentences = [
    ...(done.length > 0 ? [words.done(done)] : []),
    ...(goesOn.length > 0 ? [words.goesOn(goesOn)] : []),
    ...(stopped.length > 0 ? [vscode.l10n.t('Stopped before Azure had accepted it: {0}.', quotedNames(stopped))] : []),
  ];
  const [failure, ...more] = failures;
  if (failure === undefined) {
    if (sentences.length > 0) void vscode.window.showInformationMessage(plainText(sentences.join(' ')));
    return;
  }
  if (endings.length === 1) throw failure.error;
  const what = [...sentences, words.failed(failures.map(({ name }) => name))].join(' ');
  if (more.length === 0) {
    errors.show(what, failure.error);
    return;
  }
  // The log has the request ids of each; the message has the reasons.
  for (const { name, error } of failures) errors.log(words.failed([name]), error);
  const reasons = failures.map(({ name, error }) => vscode.l10n.t('“{0}”: {1}', name, errorWords(error).summary));
  errors.show(what, new Error(reasons.join(' ')));
}
