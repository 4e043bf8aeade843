const texts: string[] = [];

/** Remembers what somebody got to see or what was left somewhere, for the end of the run: no secret may be in it. */
export function seen(where: string, ...parts: readonly (string | undefined)[]): void {
  texts.push(`${where}: ${parts.filter((part) => part !== undefined).join(' | ')}`);
}

/** Everything so far, a line each. */
export function seenTexts(): readonly string[] {
  return texts;
}
