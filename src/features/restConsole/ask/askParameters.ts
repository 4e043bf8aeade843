import * as vscode from 'vscode';
import type { UntypedParameters } from '../../../azure/untypedCall.ts';
import type { Connection } from '../../../platform/connection.ts';
import { plainText } from '../../../platform/plainText.ts';
import { templateSegments } from '../requests/matchOperation.ts';
import { type KnownOperation, knownOperations } from '../requests/operationCatalogue.ts';
import { parameterNames } from './fittingOperations.ts';
import { listFor, readChoices, valuesFor } from './listChoices.ts';

export interface Asking {
  readonly connection: Connection;
  readonly known: KnownOperation;
  /** What is known already. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly identity: Pick<UntypedParameters, 'tenantId' | 'accountId' | 'endpoint'>;
}

/**
 * Asks for the path parameters that are not known, one after the other: with the names that there are where they can be listed.
 * What is left empty stays a variable of the document.
 *
 * @throws CancellationError
 */
export async function askParameters(asking: Asking): Promise<Readonly<Record<string, string>>> {
  const { known } = asking;
  let parameters = asking.parameters;
  for (const name of parameterNames(templateSegments(known.operation.path))) {
    if (parameters[name] !== undefined) continue;
    const value = await askOne({ ...asking, parameters }, name);
    parameters = { ...parameters, [name]: value };
  }
  return parameters;
}

interface ChoiceItem extends vscode.QuickPickItem {
  /** Absent for the entry that asks for a text. */
  readonly value?: string;
}

async function askOne({ connection, known, parameters, identity }: Asking, name: string): Promise<string> {
  const title = `${known.operation.id}: ${name}`;
  const enumerated = valuesFor(known, name);
  const list = listFor(knownOperations, known, name, new Set(Object.keys(parameters)));
  if (enumerated)
    return await choose(
      enumerated.map((value) => ({ label: value, value })),
      title,
      name,
    );
  if (list && (list.operation.plane !== 'workspace' || identity.endpoint !== undefined)) {
    const abort = new AbortController();
    const choices = readChoices(connection.rest, list, name, { ...identity, path: parameters }, abort.signal)
      .then((found) => found.map(({ value, label }): ChoiceItem => ({ label: plainText(label), value })))
      // Whoever may not list may still know the name.
      .catch((): ChoiceItem[] => []);
    try {
      return await choose(choices, title, name);
    } finally {
      abort.abort();
    }
  }
  return await write(title, name);
}

async function choose(
  choices: readonly ChoiceItem[] | Promise<readonly ChoiceItem[]>,
  title: string,
  name: string,
): Promise<string> {
  const other: ChoiceItem = { label: vscode.l10n.t('$(edit) Another one…') };
  const chosen = await vscode.window.showQuickPick<ChoiceItem>(
    Promise.resolve(choices).then((items) => [...items, other]),
    { title, placeHolder: vscode.l10n.t('Select {0}', name) },
  );
  if (!chosen) throw new vscode.CancellationError();
  return chosen.value ?? (await write(title, name));
}

async function write(title: string, name: string): Promise<string> {
  const text = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Leave it empty to write it into the request later.'),
    placeHolder: name,
  });
  if (text === undefined) throw new vscode.CancellationError();
  return text.trim();
}
