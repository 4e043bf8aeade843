import type { Subscription, Tenant } from '../store/model.ts';
import { logisticsArtifacts } from './artifacts/otherArtifacts.ts';
import type { GuestPeople } from './people.ts';
import { Grants } from './roles.ts';
import type { SampleParts } from './sample.ts';
import { labScripts } from './scripts/labScripts.ts';
import { logisticsScripts, retailScripts } from './scripts/otherScripts.ts';
import { addBigDataPool, addSqlPool, addWorkspace, azureServices } from './workspaces.ts';

/** Three workspaces of another organisation, in which the sample's user is a guest; one keeps the guest's address out. */
export function addFabrikamWorkspaces(
  parts: SampleParts,
  tenant: Tenant,
  subscription: Subscription,
  people: GuestPeople,
): void {
  const common = { tenant, subscription };

  const retail = addWorkspace(parts, {
    ...common,
    name: 'fabrikam-retail',
    resourceGroupName: 'retail',
    location: 'centralus',
    creator: people.tomas,
    sqlScripts: retailScripts,
  });
  addSqlPool(parts, retail, { name: 'RetailDW', skuName: 'DW300c', status: 'Online' });
  addSqlPool(parts, retail, { name: 'RetailTest', skuName: 'DW100c', status: 'Paused' });
  addBigDataPool(retail, 'baskets', {
    nodeSize: 'Small',
    autoScale: { enabled: true, minNodeCount: 3, maxNodeCount: 6 },
    autoPause: { enabled: true, delayInMinutes: 30 },
  });
  new Grants(retail, tenant.directory)
    .add('Synapse Administrator', people.partnerAdmins)
    .add('Synapse Contributor', people.partners)
    .add('Synapse Artifact User', people.sumi)
    .add('Synapse Compute Operator', people.guest, 'bigDataPools/baskets');

  const logistics = addWorkspace(parts, {
    ...common,
    name: 'fabrikam-logistics',
    resourceGroupName: 'logistics',
    location: 'brazilsouth',
    creator: people.sumi,
    sqlScripts: logisticsScripts,
    artifacts: logisticsArtifacts,
  });
  addSqlPool(parts, logistics, { name: 'RoutesDW', skuName: 'DW500c', status: 'Paused' });
  // Here the sample's user may read and nothing else.
  new Grants(logistics, tenant.directory).add('Synapse Artifact User', people.partners);

  const lab = addWorkspace(parts, {
    ...common,
    name: 'fabrikam-lab',
    sqlScripts: labScripts,
    resourceGroupName: 'retail',
    location: 'eastus2',
    creator: people.tomas,
    // Guests are not in this office: their address is refused until there is a rule for it.
    firewall: [azureServices, ['Fabrikam lab office', '198.51.100.0', '198.51.100.255']],
  });
  new Grants(lab, tenant.directory).add('Synapse Administrator', people.partnerAdmins);
}
