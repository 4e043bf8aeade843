import type { Application } from '../store/application.ts';
import { CaseInsensitiveMap } from '../store/caseInsensitiveMap.ts';
import { Directory } from '../store/directory.ts';
import { idOf } from '../store/ids.ts';
import type { Subscription, Tenant } from '../store/model.ts';
import type { Store } from '../store/store.ts';

export interface TenantValues {
  readonly displayName: string;
  readonly defaultDomain: string;
  readonly countryCode: string;
  readonly home: boolean;
}

/** A tenant in which the emulator's client has a service principal. */
export function addTenant(store: Store, application: Application, values: TenantValues): Tenant {
  const tenantId = idOf('tenant', values.defaultDomain);
  const directory = new Directory();
  directory.add({
    id: application.objectIdIn(tenantId),
    type: 'ServicePrincipal',
    displayName: application.displayName,
    appId: application.clientId,
    servicePrincipalType: 'Application',
  });
  const tenant: Tenant = { ...values, tenantId, directory };
  store.tenants.set(tenantId, tenant);
  return tenant;
}

export function addSubscription(store: Store, { tenantId }: Tenant, displayName: string): Subscription {
  const subscriptionId = idOf('subscription', tenantId, displayName);
  const subscription: Subscription = {
    subscriptionId,
    tenantId,
    displayName,
    resourceGroups: new CaseInsensitiveMap(),
  };
  store.subscriptions.set(subscriptionId, subscription);
  return subscription;
}

/** A user principal name part: `Zoë Łukasz` is `zoe.lukasz`. */
export function mailName(displayName: string): string {
  return displayName
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.|\.$/g, '');
}

/** @returns the object id */
export function addUser(
  { directory, defaultDomain }: Tenant,
  displayName: string,
  mailbox = mailName(displayName),
): string {
  const mail = `${mailbox}@${defaultDomain}`;
  return directory.add({ id: idOf('user', mail), type: 'User', displayName, userPrincipalName: mail, mail }).id;
}

/** @returns the object id */
export function addGroup(
  { directory, defaultDomain }: Tenant,
  displayName: string,
  members: readonly string[],
  mailbox = mailName(displayName),
): string {
  const mail = `${mailbox}@${defaultDomain}`;
  return directory.add({ id: idOf('group', mail), type: 'Group', displayName, mail, members }).id;
}

/** The service principal of an application. @returns the object id, which is not the application's id */
export function addServicePrincipal({ directory, tenantId }: Tenant, displayName: string): string {
  const appId = idOf('application', displayName);
  const id = idOf('service principal', appId, tenantId);
  return directory.add({ id, type: 'ServicePrincipal', displayName, appId, servicePrincipalType: 'Application' }).id;
}
