import { tokensOf, type Token } from './kqlTokens.ts';
import { QueryError } from './queryError.ts';

/** A column or what lies inside of it: `properties.status` is `['properties', 'status']`. */
export type PropertyPath = readonly string[];

export interface Condition {
  readonly path: PropertyPath;
  readonly negated: boolean;
  readonly ignoresCase: boolean;
  /** Equal to one of these. */
  readonly values: readonly string[];
}

export type Step =
  | { readonly kind: 'where'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'project'; readonly columns: readonly { readonly name: string; readonly path: PropertyPath }[] }
  | { readonly kind: 'order'; readonly keys: readonly { readonly path: PropertyPath; readonly descending: boolean }[] }
  | { readonly kind: 'limit'; readonly count: number }
  | { readonly kind: 'count' };

/**
 * Parses the part of the Kusto query language that the emulator understands: the table `resources` and, after `|`,
 * `where` (comparisons of strings joined by `and`), `project` (with renames), `order by` / `sort by`, `limit` / `take`
 * and `count`.
 *
 * @throws QueryError that quotes the first thing it does not know
 */
export function parseQuery(query: string): Step[] {
  const parser = new Parser(tokensOf(query));
  const steps: Step[] = [];
  parser.expectName('resources');
  while (parser.take('|')) steps.push(parser.step());
  parser.expectEnd();
  return steps;
}

class Parser {
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  step(): Step {
    const { text } = this.#expect('name');
    switch (text) {
      case 'where':
        return { kind: 'where', conditions: this.#list(() => this.#condition(), 'and') };
      case 'project':
        return { kind: 'project', columns: this.#list(() => this.#column(), ',') };
      case 'order':
      case 'sort':
        this.expectName('by');
        return { kind: 'order', keys: this.#list(() => this.#key(), ',') };
      case 'limit':
      case 'take':
        return { kind: 'limit', count: Number(this.#expect('number').text) };
      case 'count':
        return { kind: 'count' };
      default:
        throw new QueryError(text);
    }
  }

  /** Takes a symbol or a name if it comes next. */
  take(text: string): boolean {
    const token = this.#peek();
    const isNext = (token.kind === 'symbol' || token.kind === 'name') && token.text === text;
    if (isNext) this.#next += 1;
    return isNext;
  }

  expectName(text: string): void {
    const token = this.#expect('name');
    if (token.text.toLowerCase() !== text) throw new QueryError(token.text);
  }

  expectEnd(): void {
    this.#expect('end');
  }

  #condition(): Condition {
    const path = this.#path();
    const operator = this.#peek();
    this.#next += 1;
    switch (operator.text) {
      case '==':
      case '=~':
      case '!=':
      case '!~': {
        const values = [this.#expect('string').text];
        return { path, values, negated: operator.text.startsWith('!'), ignoresCase: operator.text.endsWith('~') };
      }
      case 'in':
      case 'in~': {
        this.#expectSymbol('(');
        const values = this.#list(() => this.#expect('string').text, ',');
        this.#expectSymbol(')');
        return { path, values, negated: false, ignoresCase: operator.text === 'in~' };
      }
      default:
        throw new QueryError(operator.text);
    }
  }

  #column(): { name: string; path: PropertyPath } {
    const path = this.#path();
    const [name = ''] = path;
    if (path.length === 1 && this.take('=')) return { name, path: this.#path() };
    return { name: path.join('_'), path };
  }

  #key(): { path: PropertyPath; descending: boolean } {
    const path = this.#path();
    const ascending = this.take('asc');
    // Descending is what Kusto does when nothing is said.
    if (!ascending) this.take('desc');
    return { path, descending: !ascending };
  }

  #path(): PropertyPath {
    const path = [this.#expect('name').text];
    for (;;) {
      if (this.take('.')) path.push(this.#expect('name').text);
      else if (this.take('[')) {
        path.push(this.#expect('string').text);
        this.#expectSymbol(']');
      } else return path;
    }
  }

  #list<Item>(item: () => Item, separator: string): Item[] {
    const items = [item()];
    while (this.take(separator)) items.push(item());
    return items;
  }

  #expectSymbol(text: string): void {
    if (!this.take(text)) throw new QueryError(this.#peek().text);
  }

  #expect(kind: Token['kind']): Token {
    const token = this.#peek();
    if (token.kind !== kind) throw new QueryError(token.text);
    this.#next += 1;
    return token;
  }

  #peek(): Token {
    return this.#tokens[this.#next] ?? { kind: 'end', text: 'the end of the query' };
  }
}
