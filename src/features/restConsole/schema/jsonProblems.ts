import { type ParseError, parseTree, printParseErrorCode } from './jsonText.ts';

/** A mistake in a JSON text. */
export interface JsonProblem {
  /** Within the text, from 0. */
  readonly line: number;
  /** In characters from the text's beginning. */
  readonly offset: number;
  readonly length: number;
  /** The parser's name for it: `CommaExpected`. */
  readonly about: string;
}

/** What is wrong with a text that should be JSON; comments are, too. */
export function jsonProblems(text: string): JsonProblem[] {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true });
  return errors.map(({ error, offset, length }) => ({
    line: text.slice(0, offset).split('\n').length - 1,
    offset,
    length,
    about: printParseErrorCode(error),
  }));
}
