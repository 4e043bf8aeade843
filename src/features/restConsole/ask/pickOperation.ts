import * as vscode from 'vscode';
import { onlyReads } from '../../../azure/retry.ts';
import { type KnownOperation, knownOperations } from '../requests/operationCatalogue.ts';
import type { Fitting } from './fittingOperations.ts';
import { isFound } from './searchOperations.ts';

/** An operation that was chosen, with what the row gives of its path. */
export interface ChosenOperation {
  readonly known: KnownOperation;
  readonly parameters: Readonly<Record<string, string>>;
}

interface OperationItem extends vscode.QuickPickItem {
  readonly chosen?: ChosenOperation;
  readonly known?: KnownOperation;
}

export interface PickOptions {
  /** What fits the row, in order. */
  readonly fitting: readonly Fitting[];
  /** The row's name. */
  readonly row?: string;
  /** Whether operations that do not fit the row are offered as well. */
  readonly others: boolean;
  /** More about an operation, in one line. */
  readonly detail: (known: KnownOperation, parameters: ChosenOperation['parameters']) => string;
}

/** Lets an operation be chosen: what fits the row on top, found by any of its words. @throws CancellationError */
export async function pickOperation(options: PickOptions): Promise<ChosenOperation> {
  const items = itemsOf(options);
  const pick = vscode.window.createQuickPick<OperationItem>();
  pick.title =
    options.row === undefined
      ? vscode.l10n.t('Call a REST operation')
      : vscode.l10n.t('REST operations for “{0}”', options.row);
  pick.placeholder = vscode.l10n.t('Search by words: “pause pool”, “list triggers”, “delete firewall rule”');
  // The words are looked for here, in any order; VS Code would want them as they stand in one line.
  const filter = (): void => {
    pick.items = withoutEmptySections(
      items
        .filter(({ known }) => known === undefined || isFound(known, pick.value))
        .map((item) => ({ ...item, alwaysShow: true })),
    );
  };
  const { promise, resolve, reject } = Promise.withResolvers<ChosenOperation>();
  const listeners = [
    pick.onDidChangeValue(filter),
    pick.onDidAccept(() => {
      const chosen = pick.selectedItems[0]?.chosen;
      if (chosen) resolve(chosen);
    }),
    pick.onDidHide(() => {
      reject(new vscode.CancellationError());
    }),
  ];
  filter();
  pick.show();
  try {
    return await promise;
  } finally {
    for (const listener of listeners) listener.dispose();
    pick.dispose();
  }
}

function itemsOf({ fitting, others, detail, row }: PickOptions): OperationItem[] {
  const item = (known: KnownOperation, parameters: ChosenOperation['parameters']): OperationItem => ({
    label: `${known.group}: ${known.verb}`,
    iconPath: new vscode.ThemeIcon(iconOf(known)),
    description: known.operation.id,
    detail: detail(known, parameters),
    chosen: { known, parameters },
    known,
  });
  const section = (label: string, of: readonly OperationItem[]): OperationItem[] =>
    of.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...of];
  const complete = fitting.filter(({ missing }) => missing.length === 0);
  const below = fitting.filter(({ missing }) => missing.length > 0);
  const there = new Set(fitting.map(({ known }) => known));
  const groups = Map.groupBy(others ? knownOperations.filter((known) => !there.has(known)) : [], ({ group }) => group);
  return [
    ...section(
      row === undefined ? '' : vscode.l10n.t('on {0}', row),
      complete.map(({ known, parameters }) => item(known, parameters)),
    ),
    ...section(
      vscode.l10n.t('on what is below it'),
      below.map(({ known, parameters }) => item(known, parameters)),
    ),
    ...[...groups]
      .sort(([a], [b]) => a.localeCompare(b))
      .flatMap(([group, members]) =>
        section(
          group,
          members.map((known) => item(known, {})),
        ),
      ),
  ];
}

function withoutEmptySections(items: readonly OperationItem[]): OperationItem[] {
  const isSection = (item: OperationItem | undefined): boolean => item?.kind === vscode.QuickPickItemKind.Separator;
  return items.filter(
    (item, index) => !isSection(item) || (items[index + 1] !== undefined && !isSection(items[index + 1])),
  );
}

function iconOf({ operation }: KnownOperation): string {
  if (operation.method === 'DELETE') return 'trash';
  return onlyReads(operation.method, operation) ? 'eye' : 'edit';
}
