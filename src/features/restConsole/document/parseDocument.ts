import type { HttpDocument, HttpRequest, Pair, Problem, ProblemCode, Variable } from './httpDocument.ts';

const methods = new Set(['GET', 'HEAD', 'PUT', 'POST', 'PATCH', 'DELETE']);
const comment = /^\s*(?:#|\/\/)/u;
const directive = /^\s*(?:#|\/\/)\s*@operation\s+(\S+)\s*$/u;
const separator = /^###(?!#)(.*)$/u;
const variable = /^@([\p{L}_][\p{L}\p{N}_.-]*)\s*=(.*)$/u;
const requestLine = /^([A-Za-z]+)\s+(\S.*)$/u;
const continuation = /^\s+[?&]/u;
const header = /^([!#$%&'*+.^_`|~\w-]+)\s*:(.*)$/u;

/**
 * Reads a document of requests. It never fails: what cannot be understood is a problem with its line, and the rest is read on.
 */
export function parseDocument(text: string): HttpDocument {
  return new Parser(text).document();
}

class Parser {
  readonly #lines: readonly string[];
  readonly #variables: Variable[] = [];
  readonly #requests: HttpRequest[] = [];
  readonly #problems: Problem[] = [];
  #at = 0;

  constructor(text: string) {
    this.#lines = text.replace(/^\ufeff/u, '').split(/\r\n|\r|\n/u);
  }

  document(): HttpDocument {
    let title = '';
    let operation: string | undefined;
    for (; this.#at < this.#lines.length; this.#at += 1) {
      const line = this.#line();
      const begins = separator.exec(line);
      if (begins) {
        title = (begins[1] ?? '').trim();
        operation = undefined;
      } else if (comment.test(line)) operation = directive.exec(line)?.[1] ?? operation;
      else if (line.startsWith('@')) this.#variable(line);
      else if (line.trim() !== '') {
        this.#request(title, operation);
        title = '';
        operation = undefined;
      }
    }
    return { variables: this.#variables, requests: this.#requests, problems: this.#problems };
  }

  #line(): string {
    return this.#lines[this.#at] ?? '';
  }

  #variable(line: string): void {
    const [, name = '', value = ''] = variable.exec(line) ?? [];
    if (name === '') this.#problem('variable', line.trim());
    else if (this.#variables.some((known) => known.name === name)) this.#problem('variableTwice', name);
    else this.#variables.push({ name, value: value.trim(), line: this.#at });
  }

  /** Reads on to the line before the next separator. */
  #request(title: string, operation: string | undefined): void {
    const [, word = '', target = ''] = requestLine.exec(this.#line().trim()) ?? [];
    const request = this.#at;
    const method = word.toUpperCase();
    if (word === '') this.#problem('noRequest', this.#line().trim());
    else if (!methods.has(method)) this.#problem('method', word);
    const { path, query } = this.#target(target);
    if (word !== '') this.#checkPath(path, request);
    const headers: Pair[] = [];
    const headerLines: number[] = [];
    for (this.#at += 1; this.#at < this.#lines.length && this.#line().trim() !== ''; this.#at += 1) {
      const line = this.#line();
      if (separator.test(line)) break;
      if (comment.test(line)) continue;
      const [, name = '', value = ''] = header.exec(line) ?? [];
      if (name === '') this.#problem('header', line.trim());
      else {
        headers.push([name, value.trim()]);
        headerLines.push(this.#at);
      }
    }
    const { body, line } = this.#body();
    const file = /^<\s+(\S.*)$/u.exec(body)?.[1];
    if (word !== '') {
      this.#requests.push({
        title,
        ...(operation !== undefined && { operation }),
        method,
        path,
        query,
        headers,
        ...(file !== undefined ? { file } : body !== '' && { body }),
        lines: { request, headers: headerLines, body: line, end: this.#at },
      });
    }
    this.#at -= 1;
  }

  /** The path, and the query with its continuation lines. */
  #target(first: string): { readonly path: string; readonly query: readonly Pair[] } {
    let target = first.replace(/\s+HTTP\/\d(?:\.\d)?$/iu, '').trimEnd();
    while (continuation.test(this.#lines[this.#at + 1] ?? '')) {
      this.#at += 1;
      target += this.#line().trim();
    }
    const start = target.indexOf('?');
    if (start < 0) return { path: target, query: [] };
    const pairs = target
      .slice(start + 1)
      .split(/[?&]/u)
      .filter((pair) => pair !== '')
      .map((pair): Pair => {
        const equals = pair.indexOf('=');
        return equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
      });
    return { path: target.slice(0, start), query: pairs };
  }

  #checkPath(path: string, line: number): void {
    const about = path;
    if (/^[a-z][a-z+.-]*:\/\//iu.test(path) || path.startsWith('//'))
      this.#problems.push({ line, code: 'host', about });
    else if (!/^(?:\/|\{\{)/u.test(path)) this.#problems.push({ line, code: 'path', about });
  }

  /** Everything up to the next separator, without blank lines around it. */
  #body(): { readonly body: string; readonly line: number } {
    while (this.#at < this.#lines.length && this.#line().trim() === '') this.#at += 1;
    const line = this.#at;
    while (this.#at < this.#lines.length && !separator.test(this.#line())) this.#at += 1;
    let end = this.#at;
    while (end > line && this.#lines[end - 1]?.trim() === '') end -= 1;
    return { body: this.#lines.slice(line, end).join('\n'), line };
  }

  #problem(code: ProblemCode, about: string): void {
    this.#problems.push({ line: this.#at, code, about });
  }
}
