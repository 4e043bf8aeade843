import * as vscode from 'vscode';
import type { TreeWords } from '../tree/treeModel.ts';
import { errorWords } from './errorWords.ts';

/** The tree mechanism's own words. */
export function treeWords(): TreeWords {
  return {
    loadMore: vscode.l10n.t('Load more…'),
    describe(error) {
      const { summary, advice, facts } = errorWords(error);
      return {
        label: summary,
        tooltip: [summary, ...(advice === undefined ? [] : [advice]), '', ...facts].join('\n'),
        accessibleLabel: vscode.l10n.t('Error: {0} {1}', summary, advice ?? ''),
      };
    },
  };
}
