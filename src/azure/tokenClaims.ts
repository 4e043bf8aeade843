import { isObject, jsonOrNothing, textMember } from './json.ts';

/** Whom a token was given to, as far as the token itself tells. */
export interface Caller {
  /** Object id of the user or service principal in the tenant. */
  readonly objectId: string;
  /** Object ids of their groups; undefined where the token does not name them (there may be too many, or none at all). */
  readonly groupIds?: readonly string[];
}

/** Reads the claims `oid` and `groups` of an access token; undefined for a token that is not a JWT or has no `oid`. */
export function callerOf(token: string): Caller | undefined {
  const claims = jsonOrNothing(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  const objectId = textMember(claims, 'oid');
  if (objectId === undefined || !isObject(claims)) return undefined;
  const { groups } = claims;
  if (!Array.isArray(groups)) return { objectId };
  return { objectId, groupIds: groups.filter((group) => typeof group === 'string') };
}
