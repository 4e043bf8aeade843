import { Groups, ServicePrincipals, Users } from '../../../api/microsoftGraph/directory.ts';
import type { NamesGap, Principal } from '../model/principal.ts';
import type { DirectoryParts } from './directoryParts.ts';
import { gapOf } from './namesGap.ts';
import { principalOf } from './principalOf.ts';

/** Of each kind; whoever finds no one among them writes more of the name. */
const mostOfAKind = 20;

/** What is read of principals in lists. */
export const selects = {
  User: 'id,displayName,userPrincipalName,mail',
  Group: 'id,displayName,mail',
  ServicePrincipal: 'id,displayName,appId,servicePrincipalType',
} as const;

const kinds = [
  { type: 'User', operation: Users.list, members: ['displayName', 'userPrincipalName', 'mail'] },
  { type: 'Group', operation: Groups.list, members: ['displayName', 'mail'] },
  { type: 'ServicePrincipal', operation: ServicePrincipals.list, members: ['displayName'] },
] as const;

/**
 * People, groups and service principals by a part of their names, and by whole ids. The kinds are asked for side by
 * side, and one that may not be read does not hide the others.
 */
export async function searchPrincipals(
  parts: DirectoryParts,
  text: string,
  signal: AbortSignal,
): Promise<{ readonly principals: readonly Principal[]; readonly gap?: NamesGap }> {
  const wanted = text.trim();
  if (wanted === '') return { principals: [] };
  const answers = await Promise.all(kinds.map(async (kind) => searchKind(parts, kind, wanted, signal)));
  signal.throwIfAborted();
  const gap = answers.find((answer) => answer.gap !== undefined)?.gap;
  const principals = answers.flatMap((answer) => answer.principals);
  return { principals: inOrder(principals, wanted), ...(gap && { gap }) };
}

async function searchKind(
  { rest, identity }: DirectoryParts,
  { type, operation, members }: (typeof kinds)[number],
  text: string,
  signal: AbortSignal,
): Promise<{ readonly principals: readonly Principal[]; readonly gap?: NamesGap }> {
  const query = { $search: searchOf(members, text), $select: selects[type], $top: mostOfAKind };
  const headers = { ConsistencyLevel: 'eventual' } as const;
  try {
    for await (const { items } of rest.pages(operation, { ...identity, query, headers }, { signal })) {
      return { principals: items.map((object) => principalOf(object, type)).filter((each) => each !== undefined) };
    }
    return { principals: [] };
  } catch (error) {
    return { principals: [], gap: gapOf(error) };
  }
}

/** `"displayName:ann" OR "mail:ann"`, where nothing of the text can end the quotes. */
export function searchOf(members: readonly string[], text: string): string {
  const escaped = text.replace(/["\\]/gu, (character) => `\\${character}`);
  return members.map((member) => `"${member}:${escaped}"`).join(' OR ');
}

/** Names that begin with the text come first. */
function inOrder(principals: readonly Principal[], text: string): Principal[] {
  const begins = ({ displayName }: Principal): boolean => displayName.toLowerCase().startsWith(text.toLowerCase());
  return principals.toSorted(
    (a, b) => Number(begins(b)) - Number(begins(a)) || a.displayName.localeCompare(b.displayName),
  );
}
