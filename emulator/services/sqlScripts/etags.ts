import type { Request } from '../../http/exchange.ts';
import type { SqlScript } from '../../store/sqlScripts.ts';
import type { Unverified } from '../../unverified.ts';

/** Whether `If-None-Match` names this version: then there is nothing new to tell. */
export function isKnown({ headers }: Request, script: SqlScript, choices: Unverified): boolean {
  const wanted = headers['if-none-match'];
  return wanted !== undefined && matches(wanted, script, choices);
}

/** Whether `If-Match` allows a write onto `script`, which is undefined where there is none; without the header it does. */
export function isExpected({ headers }: Request, script: SqlScript | undefined, choices: Unverified): boolean {
  const wanted = headers['if-match'];
  return wanted === undefined || (script !== undefined && matches(wanted, script, choices));
}

/** A list of tags or `*`. The service's own stand in bodies without quotes, HTTP wants them in headers: both may be meant. */
function matches(header: string, { etag }: SqlScript, choices: Unverified): boolean {
  return header
    .split(',')
    .map((tag) => tag.trim())
    .some((tag) => tag === '*' || tag === etag || (choices['if-match-quotes'] === 'accept' && tag === `"${etag}"`));
}
