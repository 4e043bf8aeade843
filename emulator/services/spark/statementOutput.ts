import type { SparkStatement } from '../../store/sparkJobs.ts';

/**
 * What a statement gives out. The emulator runs no code: it prints the texts that `print` and `println` are given
 * literally, fails where the code raises an exception of its own, and is silent otherwise.
 */
export function outputOf({ id, code }: SparkStatement): object {
  const [, ename, evalue = ''] = /^\s*(?:raise|throw new)\s+(\w+)\s*\(\s*(?:["'](.*?)["'])?\s*\)/m.exec(code) ?? [];
  if (ename !== undefined) {
    return { status: 'error', execution_count: id, ename, evalue, traceback: [`${ename}: ${evalue}`] };
  }
  const printed = [...code.matchAll(/\bprint(?:ln)?\(\s*(["'])(.*?)\1\s*\)/g)].map(([, , text = '']) => text);
  return { status: 'ok', execution_count: id, data: { 'text/plain': printed.join('\n') } };
}
