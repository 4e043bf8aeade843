/** The last things that went wrong, for diagnostics. It holds what the log holds: no tokens, no bodies. */
export class RecentErrors {
  readonly #lines: string[] = [];

  add(line: string): void {
    this.#lines.push(`${new Date().toISOString()} ${line}`);
    if (this.#lines.length > mostLines) this.#lines.shift();
  }

  get lines(): readonly string[] {
    return this.#lines;
  }
}

const mostLines = 50;
