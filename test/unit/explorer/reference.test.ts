import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formatArmId } from '../../../src/api/armId.ts';
import { customCloud, microsoftClouds } from '../../../src/azure/clouds.ts';
import { readReference } from '../../../src/features/explorer/goTo/reference.ts';
import { linkTo } from '../../../src/features/explorer/links/link.ts';

const subscription = '/subscriptions/11111111-2222-4333-8444-555555555555';
const workspace = `${subscription}/resourceGroups/rg-one_(Zürich).1/providers/Microsoft.Synapse/workspaces/contoso-sales`;
const escaped = encodeURIComponent(workspace);

/** What a text means, in one line. */
function meaning(text: string, clouds = microsoftClouds): string | undefined {
  const found = readReference(text, clouds);
  if (!found) return undefined;
  const { id, workspaceName, below, cloud, tenant } = found;
  return [
    id ? formatArmId(id).replace(workspace, 'W').replace(subscription, 'S') : 'no id',
    workspaceName ?? 'no workspace',
    ...below.map(({ type, name }) => `${type}/${name}`),
    ...(cloud === undefined ? [] : [`in ${cloud}`]),
    ...(tenant === undefined ? [] : [`@${tenant}`]),
  ].join(' | ');
}

describe('readReference', () => {
  const cases: Readonly<Record<string, readonly [text: string, expected: string]>> = {
    'a resource id': [workspace, 'W | contoso-sales'],
    'a resource id in quotes, with spaces around': [`  "${workspace}"\n`, 'W | contoso-sales'],
    'a resource id without its first slash': [workspace.slice(1), 'W | contoso-sales'],
    'the id of a pool': [`${workspace}/sqlPools/SalesDW`, 'W/sqlPools/SalesDW | contoso-sales | sqlPools/SalesDW'],
    'the id of a script with blanks': [
      `${workspace}/sqlscripts/SQL script 1`,
      'W/sqlscripts/SQL script 1 | contoso-sales | sqlscripts/SQL script 1',
    ],
    'the id of a subscription': [subscription, 'S | no workspace'],
    'the id of a resource group': [`${subscription}/resourceGroups/rg`, 'S/resourceGroups/rg | no workspace'],
    'an address of Azure Resource Manager': [
      `https://management.azure.com${workspace}/bigDataPools/small?api-version=2021-06-01`,
      'W/bigDataPools/small | contoso-sales | bigDataPools/small | in Azure',
    ],
    'Synapse Studio': [
      `https://web.azuresynapse.net?workspace=${escaped.toLowerCase().replaceAll('%c3%bc', '%C3%BC')}`,
      `${subscription.replace(subscription, 'S')}/resourceGroups/rg-one_(zürich).1/providers/microsoft.synapse/workspaces/contoso-sales | contoso-sales | in Azure`,
    ],
    'a script in Synapse Studio': [
      `https://web.azuresynapse.net/en/authoring/analyze/sqlscripts/My%20script?workspace=${escaped}`,
      'W | contoso-sales | sqlscripts/My script | in Azure',
    ],
    'another page of Synapse Studio': [
      `https://web.azuresynapse.net/en/management/sqlpools?workspace=${escaped}`,
      'W | contoso-sales | in Azure',
    ],
    'the Azure portal': [
      `https://portal.azure.com/#@contoso.onmicrosoft.com/resource${encodeURI(workspace)}/overview`,
      'W | contoso-sales | in Azure | @contoso.onmicrosoft.com',
    ],
    'the Azure portal without a tenant, under its other name': [
      `https://ms.portal.azure.com/#resource${encodeURI(workspace)}/sqlPools/SalesDW/users`,
      'W/sqlPools/SalesDW | contoso-sales | sqlPools/SalesDW | in Azure',
    ],
    'a blade of the Azure portal': [
      `https://portal.azure.us/#blade/Microsoft_Azure_Synapse/Blade/resourceId/${escaped}`,
      'W | contoso-sales | in Azure US Government',
    ],
    'a resource id that was escaped': [escaped, 'W | contoso-sales'],
    'a resource id that an address was cut from': [`${encodeURI(workspace)}/overview`, 'W | contoso-sales'],
    'a resource id with slashes too many': [`/${workspace}/`, 'W | contoso-sales'],
    'a line of JSON': [`  "id": "${workspace}",`, 'W | contoso-sales'],
    'the id of a script whose name ends in a bracket': [
      `(${workspace}/sqlscripts/SQL script (1))`,
      'W/sqlscripts/SQL script (1) | contoso-sales | sqlscripts/SQL script (1)',
    ],
    'Synapse Studio without a scheme, in brackets': [
      `(web.azuresynapse.net?workspace=${escaped})`,
      'W | contoso-sales | in Azure',
    ],
    'Synapse Studio, escaped twice by a sign-in on the way, with a slash at the end': [
      `https://web.azuresynapse.net/en/home?workspace=${encodeURIComponent(escaped)}%2F`,
      'W | contoso-sales | in Azure',
    ],
    'a script in Synapse Studio, with a slash at the end and more parameters': [
      `https://web.azuresynapse.azure.cn/en/authoring/analyze/sqlscripts/My%20script/?feature=1&workspace=${escaped}`,
      'W | contoso-sales | sqlscripts/My script | in Azure China (21Vianet)',
    ],
    'the Azure portal in Markdown': [
      `[contoso-sales](https://portal.azure.com/#@contoso.com/resource${encodeURI(workspace)}/)`,
      'W | contoso-sales | in Azure | @contoso.com',
    ],
    'the Azure portal without a scheme, at the end of a sentence': [
      `portal.azure.cn/#view/HubsExtension/ResourceMenuBlade/~/overview/id/${escaped}.`,
      'W | contoso-sales | in Azure China (21Vianet)',
    ],
    'a link of this extension': [
      linkTo({ id: `${workspace}/sqlscripts/100 + 1`, tenantId: 'T' }, 'vscode-insiders', 'a.b'),
      'W/sqlscripts/100 + 1 | contoso-sales | sqlscripts/100 + 1 | @T',
    ],
    'a development endpoint': [
      'https://contoso-sales.dev.azuresynapse.net/sqlScripts',
      'no id | contoso-sales | in Azure',
    ],
    'a dedicated SQL endpoint': ['contoso-sales.sql.azuresynapse.net', 'no id | contoso-sales | in Azure'],
    'a serverless SQL endpoint as connection strings have it': [
      'tcp:Contoso-Sales-ondemand.sql.azuresynapse.net,1433',
      'no id | contoso-sales | in Azure',
    ],
    'an endpoint of another cloud': [
      'contoso-sales.sql.azuresynapse.azure.cn',
      'no id | contoso-sales | in Azure China (21Vianet)',
    ],
  };
  for (const [what, [text, expected]] of Object.entries(cases)) {
    it(`reads ${what}`, () => {
      assert.equal(meaning(text), expected);
    });
  }

  it('reads the endpoints of a custom cloud, whose name may be in the path', () => {
    const own = customCloud({
      name: 'Own',
      login: 'http://127.0.0.1:1/login',
      resourceManager: 'http://127.0.0.1:1/arm',
      resourceManagerAudience: 'https://arm',
      workspace: 'http://127.0.0.1:1/ws/{workspace}',
      workspaceAudience: 'https://ws',
      graph: 'http://127.0.0.1:1/graph',
      graphAudience: 'https://graph',
    });
    assert.equal(
      meaning('http://127.0.0.1:1/ws/contoso-sales/roleAssignments', [own]),
      'no id | contoso-sales | in Own',
    );
  });

  for (const text of [
    '',
    'contoso-sales',
    'sales in production',
    'https://example.com/',
    'https://dev.azuresynapse.net',
    'https://a.b.dev.azuresynapse.net',
    'https://evil.example/?x=.dev.azuresynapse.net',
    'contoso.dev.azuresynapse.net.evil.example',
    '/subscriptions/',
    '/subscriptions/../resourceGroups/x',
    `${subscription}/resourceGroups/%2e%2e/providers/Microsoft.Synapse/workspaces/x`,
    `${subscription}/resourceGroups/rg/providers/Microsoft.Sql/servers/x`,
    `https://web.azuresynapse.net?workspace=${encodeURIComponent('/subscriptions/a/../../b')}`,
    `https://portal.azure.com/#resource/subscriptions/a/resourceGroups/b%2Fc/providers/Microsoft.Synapse/workspaces/d`,
    'https://portal.azure.com/#%E0%A4%A',
    `${workspace}${'x'.repeat(5000)}`,
  ]) {
    it(`takes ${JSON.stringify(text.slice(0, 80))} for no address of a workspace`, () => {
      assert.equal(meaning(text), undefined);
    });
  }

  it('never throws, and never answers an id that would lead elsewhere, whatever is pasted', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('..', '.', '%2e%2e', '%2F', '\\', '?', '#', 'sqlPools', 'providers', 'subscriptions', ''),
    );
    const frames = [
      (inner: string) => inner,
      (inner: string) => `/subscriptions/${inner}`,
      (inner: string) => encodeURIComponent(encodeURIComponent(`/subscriptions/${inner}`)),
      (inner: string) => `vscode://a.b/open?id=${inner}&tenant=${inner}`,
      (inner: string) => `[${inner}](portal.azure.com/#resource/subscriptions/${inner})`,
      (inner: string) =>
        `${subscription}/resourceGroups/${inner}/providers/Microsoft.Synapse/workspaces/${inner}/sqlPools/${inner}`,
      (inner: string) => `https://web.azuresynapse.net/${inner}?workspace=${inner}`,
      (inner: string) => `https://web.azuresynapse.net/x/sqlscripts/${inner}?workspace=${encodeURIComponent(inner)}`,
      (inner: string) => `https://portal.azure.com/#@${inner}/resource/subscriptions/${inner}`,
      (inner: string) => `https://${inner}.dev.azuresynapse.net/${inner}`,
      (inner: string) => `${inner}.sql.azuresynapse.net`,
    ];
    fc.assert(
      fc.property(fc.constantFrom(...frames), fc.array(part, { maxLength: 6 }), (frame, parts) => {
        const found = readReference(frame(parts.join('/')), microsoftClouds);
        if (found?.id) {
          // `formatArmId` throws for everything that breaks out of its segment.
          const segments = formatArmId(found.id).split('/');
          assert.ok(segments.slice(1).every((segment) => segment !== '' && segment !== '.' && segment !== '..'));
          assert.equal(
            segments.length,
            1 +
              2 +
              (found.id.resourceGroupName === undefined ? 0 : 2) +
              (found.id.provider === undefined ? 0 : 2) +
              2 * found.id.resources.length,
          );
        }
      }),
      { numRuns: 2000 },
    );
  });
});
