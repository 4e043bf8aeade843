import type { DirectoryObject } from '../../../api/microsoftGraph/directory.ts';
import type { Principal, PrincipalType } from '../model/principal.ts';

const types: Readonly<Record<string, PrincipalType>> = {
  '#microsoft.graph.user': 'User',
  '#microsoft.graph.group': 'Group',
  '#microsoft.graph.serviceprincipal': 'ServicePrincipal',
};

/**
 * A principal as Microsoft Graph tells it; undefined where it tells no name at all, because the caller may not read it,
 * and for what is none of the three kinds that can have a role.
 *
 * @param listed the kind of the list that it comes from; its objects do not say it themselves
 */
export function principalOf(object: DirectoryObject, listed?: PrincipalType): Principal | undefined {
  const type = listed ?? types[object['@odata.type']?.toLowerCase() ?? ''];
  const { userPrincipalName, mail, appId, servicePrincipalType } = object;
  const displayName = firstText(object.displayName, userPrincipalName, mail, appId);
  if (type === undefined || displayName === undefined || typeof object.id !== 'string') return undefined;
  const isService = type === 'ServicePrincipal';
  return {
    id: object.id.toLowerCase(),
    type,
    displayName,
    ...textAs('userPrincipalName', type === 'User' ? userPrincipalName : undefined),
    ...textAs('mail', isService ? undefined : mail),
    ...textAs('appId', isService ? appId : undefined),
    ...(isService && servicePrincipalType === 'ManagedIdentity' && { managedIdentity: true }),
  };
}

function firstText(...texts: readonly unknown[]): string | undefined {
  return texts.find((text): text is string => typeof text === 'string' && text.trim() !== '');
}

function textAs<Name extends string>(name: Name, text: unknown): Partial<Record<Name, string>> {
  return typeof text === 'string' && text !== '' ? ({ [name]: text } as Record<Name, string>) : {};
}
