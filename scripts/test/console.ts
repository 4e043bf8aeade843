import process from 'node:process';

export function heading(text: string): void {
  console.log(`\n── ${text} ${'─'.repeat(Math.max(0, 76 - text.length))}`);
}

/** Seconds since `start` (of performance.now) in words. */
export function since(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/** One line for a check; what it printed follows where it failed. */
export function report(passed: boolean, what: string, start: number, output = ''): void {
  console.log(`${passed ? '✓' : '✗'} ${what} (${since(start)})`);
  if (!passed && output.trim() !== '') process.stdout.write(`${output.trimEnd()}\n`);
}
