import { QueryError } from './queryError.ts';

export interface Token {
  readonly kind: 'name' | 'string' | 'number' | 'symbol' | 'end';
  /** The value of a string without its quotes; everything else as it is written. */
  readonly text: string;
}

const pattern =
  /\s+|\/\/[^\n]*|(?<number>\d+)|(?<name>[A-Za-z_$][\w$]*~?)|(?<string>'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")|(?<symbol>==|=~|!=|!~|[|,().[\]=])/y;

/** Splits a query into tokens. @throws QueryError at the first character that fits nowhere */
export function tokensOf(query: string): Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < query.length) {
    const at = pattern.lastIndex;
    const groups = pattern.exec(query)?.groups;
    if (groups === undefined) throw new QueryError(query.slice(at, at + 20));
    const { number, name, string, symbol } = groups;
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    if (name !== undefined) tokens.push({ kind: 'name', text: name });
    if (string !== undefined) tokens.push({ kind: 'string', text: string.slice(1, -1).replace(/\\(.)/g, '$1') });
    if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol });
  }
  return [...tokens, { kind: 'end', text: 'the end of the query' }];
}
