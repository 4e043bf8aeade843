import type { Subscription, Tenant } from '../store/model.ts';
import { researchArtifacts } from './artifacts/otherArtifacts.ts';
import { addOddPeople } from './oddPeople.ts';
import type { People } from './people.ts';
import { Grants } from './roles.ts';
import type { SampleParts } from './sample.ts';
import { researchScripts } from './scripts/researchScripts.ts';
import { addBigDataPool, addSqlPool, addWorkspace } from './workspaces.ts';

/** Four workspaces whose names are legal and odd: digits only at the ends, fifty characters, a group with brackets. */
export function addResearchWorkspaces(
  parts: SampleParts,
  tenant: Tenant,
  subscription: Subscription,
  people: People,
): void {
  const common = { tenant, subscription, creator: people.mei };

  const genomics = addWorkspace(parts, {
    ...common,
    name: 'research-genomics',
    resourceGroupName: 'Forschung_(Zürich).1',
    location: 'swedencentral',
    tags: { Projekt: 'Größe & Übergang' },
    sqlScripts: researchScripts,
    artifacts: researchArtifacts,
  });
  addSqlPool(parts, genomics, { name: 'GenomeDW', skuName: 'DW30000c', status: 'Online' });
  addSqlPool(parts, genomics, { name: 'Scratch_0', skuName: 'DW100c', status: 'Pausing' });
  addBigDataPool(genomics, 'Genomes2024', {
    nodeSize: 'Large',
    sparkVersion: '3.4',
    autoScale: { enabled: true, minNodeCount: 5, maxNodeCount: 100 },
    autoPause: { enabled: true, delayInMinutes: 5 },
    sparkConfigProperties: { filename: 'spark.conf', content: 'spark.executor.memory 28g' },
  });
  new Grants(genomics, tenant.directory)
    .add('Synapse Contributor', people.analysts)
    .add('Synapse Compute Operator', people.priya, 'bigDataPools/Genomes2024');
  addOddPeople(tenant, genomics);

  const digits = addWorkspace(parts, {
    ...common,
    name: '0-legal-name-9',
    resourceGroupName: 'rg-odd-names',
    location: 'switzerlandnorth',
  });
  addSqlPool(parts, digits, { name: '0', skuName: 'DW100c', status: 'Online' });

  const longest = addWorkspace(parts, {
    ...common,
    name: 'research-workspace-with-all-of-fifty-characters-50',
    resourceGroupName: 'rg-odd-names',
    location: 'australiaeast',
  });
  addSqlPool(parts, longest, {
    name: 'A_dedicated_SQL_pool_with_sixty_letters_digits_or_underscore',
    skuName: 'DW100c',
    status: 'Paused',
  });
  addBigDataPool(longest, 'fifteenletters1', { nodeSize: 'Small', nodeCount: 3 });

  const empty = addWorkspace(parts, {
    ...common,
    name: 'research-empty',
    resourceGroupName: 'rg-odd-names',
    location: 'japaneast',
  });
  for (const workspace of [genomics, digits, longest, empty]) {
    new Grants(workspace, tenant.directory).add('Synapse Administrator', people.admins);
  }
}
