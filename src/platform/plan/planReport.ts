/** Rows of one kind; a section without any is left out. */
export interface ReportSection {
  readonly title: string;
  /** Each as `reportLine` makes it. */
  readonly lines: readonly string[];
}

/** What became of a plan, as a Markdown document for a pull request or a colleague. @param end said below all of it */
export function planReport(title: string, sections: readonly ReportSection[], ...end: readonly string[]): string {
  return [
    `# ${title}`,
    '',
    new Date().toISOString(),
    ...sections
      .filter(({ lines }) => lines.length > 0)
      .flatMap((section) => ['', `## ${section.title} (${String(section.lines.length)})`, '', ...section.lines]),
    '',
    ...end.flatMap((line) => [line, '']),
  ].join('\n');
}

/** A row with what was done or is to be done, and why it is so. @param what Markdown */
export function reportLine(verb: string, what: string, why: readonly (string | undefined)[]): string {
  const words = why.filter((each) => each !== undefined && each !== '').join('; ');
  return `- ${verb}: ${what}${words === '' ? '' : ` — ${markdownText(words)}`}`;
}

/** Text of people, files and the service as itself, on one line: what Markdown would read is escaped. */
export function markdownText(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\\`*_[\]<>()#|!~]/gu, '\\$&');
}
