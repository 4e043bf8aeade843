import * as vscode from 'vscode';
import { plainText } from '../../../platform/plainText.ts';
import { nameKey } from '../scripts/sameScript.ts';
import type { SqlScript } from '../scripts/sqlScript.ts';

/** The pattern that the specification has for pipelines; for scripts it has none, and the service decides. */
const usualName = /^[A-Za-z0-9_][^<>*#.%&:\\+?/]{0,259}$/u;

/** What speaks against a name as the user types it: an error keeps the box open, a warning does not. */
export function nameTrouble(
  name: string,
  scripts: readonly Pick<SqlScript, 'name'>[],
): vscode.InputBoxValidationMessage | undefined {
  const { Error, Warning } = vscode.InputBoxValidationSeverity;
  if (name.trim() === '') return { message: vscode.l10n.t('A script needs a name.'), severity: Error };
  const taken = scripts.find((script) => nameKey(script.name) === nameKey(name));
  if (taken) {
    const message = plainText(vscode.l10n.t('There is a script “{0}” already.', taken.name));
    return { message, severity: Error };
  }
  if (usualName.test(name)) return undefined;
  const message = vscode.l10n.t('The service may refuse this name: letters, digits, spaces, - and _ always work.');
  return { message, severity: Warning };
}

/** Asks for the name of a script. @throws CancellationError when the user turns away */
export async function askName(
  title: string,
  value: string,
  scripts: readonly Pick<SqlScript, 'name'>[],
): Promise<string> {
  const name = await vscode.window.showInputBox({
    title: plainText(title),
    prompt: vscode.l10n.t('Name of the SQL script'),
    value,
    validateInput: (text) => nameTrouble(text, scripts),
  });
  if (name === undefined || name.trim() === '') throw new vscode.CancellationError();
  return name.trim();
}
