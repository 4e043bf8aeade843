import type { Principal, PrincipalType } from '../../store/directory.ts';

/** A principal as Microsoft Graph tells it, with every member that the emulator has. */
export type GraphObject = Readonly<Record<string, unknown>>;

/** The collections and the type of what is in them. */
export const collections: Readonly<Record<string, PrincipalType>> = {
  users: 'User',
  groups: 'Group',
  servicePrincipals: 'ServicePrincipal',
};

const odataTypes: Readonly<Record<PrincipalType, string>> = {
  User: 'user',
  Group: 'group',
  ServicePrincipal: 'servicePrincipal',
};

export function odataTypeOf({ type }: Principal): string {
  return odataTypes[type];
}

/** The members that the reference shows for each type, as far as the directory has something to say. */
export function objectOf(principal: Principal): GraphObject {
  const { id, type, displayName, userPrincipalName, mail, appId, servicePrincipalType } = principal;
  switch (type) {
    case 'User': {
      const [givenName = null, surname = null] = displayName.split(' ');
      const person = { displayName, givenName, jobTitle: null, mail: mail ?? null, mobilePhone: null };
      return { businessPhones: [], ...person, officeLocation: null, surname, userPrincipalName, id };
    }
    case 'Group':
      return {
        id,
        displayName,
        description: null,
        groupTypes: [],
        mail: mail ?? null,
        mailEnabled: mail !== undefined,
        securityEnabled: true,
      };
    case 'ServicePrincipal':
      return { id, accountEnabled: true, appDisplayName: displayName, appId, displayName, servicePrincipalType };
  }
}

/** Only the members of `$select`, in its order; everything where there is none. `id` is told always. */
export function selected(object: GraphObject, select: string | undefined): GraphObject {
  if (!select) return object;
  const names = select.split(',').map((name) => name.trim());
  const known = Object.keys(object);
  return Object.fromEntries(
    [...new Set(['id', ...names])].flatMap((name) => {
      const spelt = known.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
      return spelt === undefined ? [] : [[spelt, object[spelt]]];
    }),
  );
}
