import assert from 'node:assert/strict';
import { allOf, resourceGraphClient, subscriptionClient } from './clients.ts';
import type { Scenarios } from './signIn.ts';

export const resourceScenarios: Scenarios = {
  'subscriptions over pages, and one of them': async (signIn) => {
    const { subscriptions } = subscriptionClient(signIn);
    const pages = await allOf(subscriptions.list().byPage());
    assert.ok(pages.length > 1, 'more than one page');
    const all = pages.flat();
    assert.deepEqual(
      all.map(({ displayName }) => displayName),
      ['Contoso Production', 'Research & <b>"Üser"</b> ../x', 'Contoso Sandbox'],
    );
    const [first] = all;
    const one = await subscriptions.get(first?.subscriptionId ?? '');
    assert.equal(one.tenantId, signIn.tenantId);
  },

  'tenants of the caller': async (signIn) => {
    const tenants = await allOf(subscriptionClient(signIn).tenants.list());
    assert.deepEqual(
      tenants.map(({ displayName }) => displayName),
      ['Contoso', 'Fabrikam'],
    );
    assert.equal(tenants[0]?.tenantId, signIn.tenantId);
  },

  'Resource Graph over pages': async (signIn) => {
    const client = resourceGraphClient(signIn);
    const query = "resources | where type =~ 'microsoft.synapse/workspaces' | project id, name | order by name asc";
    const names: string[] = [];
    let pages = 0;
    let skipToken: string | undefined;
    do {
      const options = { resultFormat: 'objectArray', top: 4, ...(skipToken && { skipToken }) } as const;
      const answer = await client.resources({ query, options });
      const rows = answer.data as readonly { readonly name: string }[];
      assert.equal(answer.count, rows.length);
      names.push(...rows.map(({ name }) => name));
      pages += 1;
      ({ skipToken } = answer);
    } while (skipToken !== undefined && pages < 100);
    assert.ok(pages > 1, 'more than one page');
    assert.ok(names.includes('contoso-sales'));
    assert.deepEqual(names, [...new Set(names)].sort());
  },
};
