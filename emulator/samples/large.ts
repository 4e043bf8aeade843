import { builtInRoles } from '../services/accessControl/builtInRoles.ts';
import type { Tenant, Workspace } from '../store/model.ts';
import { assignRole } from '../store/newWorkspace.ts';
import type { SampleScript } from '../store/sqlScripts.ts';
import { Grants } from './roles.ts';
import type { SampleParts, SampleUser } from './sample.ts';
import { byAzureCli } from './scripts/authors.ts';
import { addGroup, addSubscription, addTenant, addUser } from './tenants.ts';
import { addBigDataPool, addSqlPool, addWorkspace } from './workspaces.ts';

const subscriptionCount = 100;
const workspacesPerSubscription = 3;
const peopleCount = 1000;
const assignmentCount = 5000;
const scriptCount = 2000;

const locations = ['westeurope', 'northeurope', 'eastus', 'centralus', 'uksouth', 'japaneast', 'australiaeast'];

/**
 * What big organisations have: 100 subscriptions in two tenants, 300 workspaces, 5,000 role assignments in the first
 * workspace and 2,000 SQL scripts in the second.
 */
export function largeSample(parts: SampleParts): SampleUser {
  const { store, application } = parts;
  const northwind = addTenant(store, application, {
    displayName: 'Northwind Traders',
    defaultDomain: 'northwind.onmicrosoft.com',
    countryCode: 'GB',
    home: true,
  });
  const wingtip = addTenant(store, application, {
    displayName: 'Wingtip Toys',
    defaultDomain: 'wingtip.onmicrosoft.com',
    countryCode: 'US',
    home: false,
  });
  const people = range(peopleCount).map((index) => addUser(northwind, `Person ${padded(index, 4)}`));
  const groups = range(100).map((index) =>
    addGroup(northwind, `Group ${padded(index, 3)}`, people.slice(index * 10, index * 10 + 10)),
  );
  const wingtipCreator = addUser(wingtip, 'Person 0000');
  const [creator = ''] = people;

  for (const index of range(subscriptionCount)) {
    const [tenant, person] = index % 5 < 3 ? [northwind, creator] : [wingtip, wingtipCreator];
    addSubscriptionWithWorkspaces(parts, tenant, person, index);
  }
  const crowded = store.workspace(workspaceName(0, 0));
  if (crowded !== undefined) crowd(crowded, [...people, ...groups], northwind);
  return { tenantId: northwind.tenantId, principalId: creator, guestIds: { [wingtip.tenantId]: wingtipCreator } };
}

function addSubscriptionWithWorkspaces(parts: SampleParts, tenant: Tenant, creator: string, index: number): void {
  const subscription = addSubscription(parts.store, tenant, `Subscription ${padded(index, 3)}`);
  for (const number of range(workspacesPerSubscription)) {
    const workspace = addWorkspace(parts, {
      tenant,
      subscription,
      creator,
      name: workspaceName(index, number),
      resourceGroupName: `rg-${padded(index, 3)}`,
      location: locations[(index + number) % locations.length] ?? 'westeurope',
      ...(index === 0 && number === 1 && { sqlScripts: makeScripts }),
    });
    for (const pool of range((index + number) % 4)) {
      const status = pool % 2 === 0 ? 'Online' : 'Paused';
      addSqlPool(parts, workspace, { name: `Pool_${pool}`, skuName: 'DW100c', status });
    }
    new Grants(workspace, tenant.directory).add('Synapse Administrator', parts.application.objectIdIn(tenant.tenantId));
    for (const pool of range(number)) addBigDataPool(workspace, `spark${pool}`, { nodeSize: 'Small', nodeCount: 3 });
  }
}

/** Fills a workspace's access control up to its count, every role and principal pair once. */
function crowd(workspace: Workspace, principals: readonly string[], { directory }: Tenant): void {
  const roles = builtInRoles.filter(({ name }) => name !== 'Synapse Administrator');
  for (const { id: roleId } of roles) {
    for (const id of principals) {
      if (workspace.roleAssignments.size >= assignmentCount) return;
      assignRole(workspace, roleId, id, directory.get(id)?.type ?? 'User');
    }
  }
}

function* makeScripts(): Generator<SampleScript> {
  for (const index of range(scriptCount)) {
    const query = `SELECT TOP ${index + 1} * FROM sys.objects;`;
    yield byAzureCli(`Script ${padded(index, 4)}`, query, `Folder ${padded(index % 40, 2)}/Part ${index % 5}`);
  }
}

function workspaceName(subscription: number, number: number): string {
  return `ws-${padded(subscription, 3)}-${number}`;
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function padded(number: number, width: number): string {
  return String(number).padStart(width, '0');
}
