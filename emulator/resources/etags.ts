import type { Request } from '../http/exchange.ts';
import type { Unverified } from '../unverified.ts';

/** What has versions: a script or another resource. */
interface Tagged {
  readonly etag: string;
}

/** Whether `If-None-Match` names this version: then there is nothing new to tell. */
export function isKnown({ headers }: Request, resource: Tagged, choices: Unverified): boolean {
  const wanted = headers['if-none-match'];
  return wanted !== undefined && matches(wanted, resource, choices);
}

/** Whether `If-Match` allows a write onto `resource`, which is undefined where there is none; without the header it does. */
export function isExpected({ headers }: Request, resource: Tagged | undefined, choices: Unverified): boolean {
  const wanted = headers['if-match'];
  return wanted === undefined || (resource !== undefined && matches(wanted, resource, choices));
}

/** A list of tags or `*`. The service's own stand in bodies without quotes, HTTP wants them in headers: both may be meant. */
function matches(header: string, { etag }: Tagged, choices: Unverified): boolean {
  return header
    .split(',')
    .map((tag) => tag.trim())
    .some((tag) => tag === '*' || tag === etag || (choices['if-match-quotes'] === 'accept' && tag === `"${etag}"`));
}
