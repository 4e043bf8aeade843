/** What is wrong with a name for a firewall rule. */
export type RuleNameMistake = 'empty' | 'tooLong' | 'character' | 'lastDot';

const longestRuleName = 128;

/** The rule that terraform-provider-azurerm checks names by; the service's own is not published. */
export function ruleNameMistake(name: string): RuleNameMistake | undefined {
  if (name.trim() === '') return 'empty';
  if (name.length > longestRuleName) return 'tooLong';
  if (/[<>*%&:\\/?\p{Cc}]/u.test(name) || !name.isWellFormed()) return 'character';
  return name.endsWith('.') ? 'lastDot' : undefined;
}

/** A name for the rule of one's own address that no rule has yet: `ClientIPAddress_2026-11-23`. */
export function ownRuleName(date: Date, taken: readonly string[]): string {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  const first = `ClientIPAddress_${date.toISOString().slice(0, 10)}`;
  let name = first;
  for (let number = 2; names.has(name.toLowerCase()); number += 1) name = `${first}_${number}`;
  return name;
}
