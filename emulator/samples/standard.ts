import { addContosoAzureRoles, addFabrikamAzureRoles } from './azureRoles.ts';
import { addContosoWorkspaces } from './contoso.ts';
import { addFabrikamWorkspaces } from './fabrikam.ts';
import { addContosoPeople, addFabrikamPeople } from './people.ts';
import { addResearchWorkspaces } from './research.ts';
import type { SampleParts, SampleUser } from './sample.ts';
import { addSubscription, addTenant } from './tenants.ts';

/**
 * Two tenants, five subscriptions of which two are empty, twelve workspaces: small enough to read, with one of
 * everything that a client has to cope with. Its user is administrator everywhere but in fabrikam-logistics, where they
 * may only read.
 */
export function standardSample(parts: SampleParts): SampleUser {
  const { store, application } = parts;
  const contoso = addTenant(store, application, {
    displayName: 'Contoso',
    defaultDomain: 'contoso.onmicrosoft.com',
    countryCode: 'DE',
    home: true,
  });
  const fabrikam = addTenant(store, application, {
    displayName: 'Fabrikam',
    defaultDomain: 'fabrikam.onmicrosoft.com',
    countryCode: 'US',
    home: false,
  });
  const people = addContosoPeople(contoso, application.objectIdIn(contoso.tenantId));
  const guests = addFabrikamPeople(fabrikam, application.objectIdIn(fabrikam.tenantId));

  const production = addSubscription(store, contoso, 'Contoso Production');
  addContosoWorkspaces(parts, contoso, production, people);
  addContosoAzureRoles(store, contoso, production, people);
  // Quotes, markup and dots are legal in a subscription's name.
  addResearchWorkspaces(parts, contoso, addSubscription(store, contoso, 'Research & <b>"Üser"</b> ../x'), people);
  addSubscription(store, contoso, 'Contoso Sandbox');
  const analytics = addSubscription(store, fabrikam, 'Fabrikam Analytics');
  addFabrikamWorkspaces(parts, fabrikam, analytics, guests);
  addFabrikamAzureRoles(store, fabrikam, analytics, guests);
  addSubscription(store, fabrikam, 'Fabrikam Billing');

  return { tenantId: contoso.tenantId, principalId: people.alex, guestIds: { [fabrikam.tenantId]: guests.guest } };
}
