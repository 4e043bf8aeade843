import * as vscode from 'vscode';
import { formatIpv4, type Ipv4Range, ipv4Range, parseIpv4 } from '../../platform/ipv4.ts';
import { confirm } from '../../platform/confirm.ts';
import { plainText } from '../../platform/plainText.ts';
import { breadthWarning } from './ruleWords.ts';
import { type RuleNameMistake, ruleNameMistake } from './ruleName.ts';

/** Asks for one line. @throws CancellationError when the user turns away */
async function ask(
  options: vscode.InputBoxOptions & { readonly title: string; readonly prompt: string },
): Promise<string> {
  const answer = await vscode.window.showInputBox({
    ...options,
    ignoreFocusOut: true,
    // Names of rules are the service's; VS Code makes links of what looks like them.
    title: plainText(options.title),
    prompt: plainText(options.prompt),
  });
  if (answer === undefined) throw new vscode.CancellationError();
  return answer.trim();
}

/**
 * Asks for the name of a new rule.
 *
 * @param taken names of the workspace's rules; making one of them again would change it
 * @throws CancellationError
 */
export async function askRuleName(
  { title, prompt, value }: { title: string; prompt: string; value?: string },
  taken: readonly string[],
): Promise<string> {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  return await ask({
    title,
    prompt,
    ...(value !== undefined && { value }),
    validateInput: (text) => {
      const name = text.trim();
      const mistake = ruleNameMistake(name);
      if (mistake !== undefined) return mistakeWords(mistake);
      return names.has(name.toLowerCase())
        ? vscode.l10n.t('The workspace has a rule of this name. Choose another, or change the range of that rule.')
        : undefined;
    },
  });
}

function mistakeWords(mistake: RuleNameMistake): string {
  switch (mistake) {
    case 'empty':
      return vscode.l10n.t('A rule needs a name.');
    case 'tooLong':
      return vscode.l10n.t('A name has at most 128 characters.');
    case 'character':
      return vscode.l10n.t('A name cannot hold any of < > * % & : \\ / ?');
    case 'lastDot':
      return vscode.l10n.t('A name cannot end in a dot.');
  }
}

/** Asks for one address. @throws CancellationError */
export async function askAddress(title: string, prompt: string, value = ''): Promise<string> {
  return await ask({
    title,
    prompt,
    value,
    placeHolder: '203.0.113.7',
    validateInput: (text) => (parseIpv4(text.trim()) === undefined ? notAnAddress() : undefined),
  });
}

/**
 * Asks for both ends of a range, and once more where it opens the workspace wide.
 *
 * @param range what it is now
 * @throws CancellationError
 */
export async function askRange(title: string, range?: { start: string; end: string }): Promise<Ipv4Range> {
  const start = await askAddress(title, vscode.l10n.t('First address (IPv4)'), range?.start);
  // A new range begins as a single address; that of a rule keeps its end where that still fits.
  const keepsEnd = range !== undefined && ipv4Range(start, range.end) !== undefined;
  const end = await ask({
    title,
    prompt: vscode.l10n.t('Last address; the first one again for a single address'),
    value: keepsEnd ? range.end : start,
    validateInput: (text) => {
      if (parseIpv4(text.trim()) === undefined) return notAnAddress();
      return ipv4Range(start, text.trim()) === undefined
        ? vscode.l10n.t('The last address must not come before the first one, {0}.', start)
        : undefined;
    },
  });
  const chosen = ipv4Range(start, end);
  if (!chosen) throw new Error(notAnAddress());
  const warning = breadthWarning(chosen);
  if (warning !== undefined) {
    await confirm({
      message: vscode.l10n.t('Open the firewall for {0} to {1}?', formatIpv4(chosen.first), formatIpv4(chosen.last)),
      detail: warning,
      action: vscode.l10n.t('Open it'),
    });
  }
  return chosen;
}

function notAnAddress(): string {
  return vscode.l10n.t('An IPv4 address has four numbers from 0 to 255: 203.0.113.7');
}
