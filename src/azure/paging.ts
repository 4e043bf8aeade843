import { AzureError } from './azureError.ts';
import { member, textMember } from './json.ts';
import type { Paging } from './operation.ts';

/** What leads to the next page. */
export type NextPage =
  { readonly url: string } | { readonly skipToken: string } | { readonly header: string; readonly value: string };

/** A page's items, as the reply has them. A missing or `null` list is an empty page: services send both. */
export function itemsOf(paging: Paging, body: unknown, operation: string): readonly unknown[] {
  const items = member(body, paging.items);
  if (items === undefined || items === null) return [];
  if (Array.isArray(items)) return items;
  throw new AzureError({ reason: 'unreadable', operation, message: `The answer's "${paging.items}" is not a list.` });
}

/** How to get the next page; undefined after the last one. Empty links and tokens mean the end. */
export function nextPage(
  paging: Paging,
  body: unknown,
  headers: Readonly<Record<string, string>>,
): NextPage | undefined {
  switch (paging.by) {
    case 'nextLink': {
      const url = textMember(body, paging.property);
      return url === undefined ? undefined : { url };
    }
    case 'skipToken': {
      const skipToken = textMember(body, '$skipToken');
      return skipToken === undefined ? undefined : { skipToken };
    }
    case 'continuationHeader': {
      const value = headers[paging.header.toLowerCase()]?.trim();
      return value === undefined || value === '' ? undefined : { header: paging.header, value };
    }
  }
}

/** The body of a Resource Graph query for the page that the token leads to. */
export function withSkipToken(body: unknown, skipToken: string): unknown {
  const options = member(body, 'options');
  return { ...asObject(body), options: { ...asObject(options), $skipToken: skipToken } };
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

/** Notices a list without an end: a page that leads to one that was read already, or simply too many. */
export class PageGuard {
  readonly #operation: string;
  readonly #most: number;
  readonly #seen = new Set<string>();

  constructor(operation: string, most: number) {
    this.#operation = operation;
    this.#most = most;
  }

  /** @throws AzureError `unreadable` */
  pass(next: NextPage): void {
    const key = Object.values(next).join('');
    if (this.#seen.has(key)) throw this.#endless('leads to a page that was read already');
    this.#seen.add(key);
    if (this.#seen.size >= this.#most) throw this.#endless(`has more than ${this.#most} pages`);
  }

  #endless(what: string): AzureError {
    const message = `The list does not end: it ${what}.`;
    return new AzureError({ reason: 'unreadable', operation: this.#operation, message });
  }
}
