import type { Ready } from '../../emulator/server.ts';
import type { Cloud } from '../../src/azure/cloud.ts';
import { createRestService } from '../../src/azure/createRestService.ts';
import type { InWorkspace } from '../../src/features/explorer/public.ts';

/** A workspace of an emulator, and tokens for it, fetched beforehand: signing in is not what is measured. */
export interface Place {
  readonly endpoint: string;
  readonly workspaceName: string;
  readonly tenantId: string;
  /** For the workspace's endpoint. */
  readonly token: string;
  readonly graph: { readonly endpoint: string; readonly token: string };
}

const workspaceAudience = 'https://dev.azuresynapse.net';
const graphAudience = 'https://graph.microsoft.com';

export async function placeIn(ready: Ready, workspaceName: string): Promise<Place> {
  const [token, graphToken] = await Promise.all([tokenOf(ready, workspaceAudience), tokenOf(ready, graphAudience)]);
  return {
    endpoint: ready.workspaceEndpoint.replace('{workspace}', workspaceName),
    workspaceName,
    tenantId: ready.tenantId,
    token,
    graph: { endpoint: ready.graph, token: graphToken },
  };
}

/** The place as the extension's features take it, with a REST service of its own. */
export function inWorkspace({ endpoint, workspaceName, tenantId, token, graph }: Place): InWorkspace {
  const workspace = { endpoint: endpoint.replace(workspaceName, '{workspace}'), audience: workspaceAudience };
  const cloud: Cloud = {
    name: 'bench',
    login: endpoint,
    resourceManager: workspace,
    workspace,
    graph: { endpoint: graph.endpoint, audience: graphAudience },
  };
  const rest = createRestService({
    cloud,
    tokens: { getToken: ({ audience }) => Promise.resolve(audience === graphAudience ? graph.token : token) },
    log: { request: () => undefined },
  });
  return {
    connection: { cloud, rest, account: '', tenants: () => Promise.resolve([]), signIn: () => Promise.resolve() },
    workspace: {
      id: workspaceName,
      tenantId,
      subscriptionId: '',
      resourceGroupName: '',
      workspaceName,
      endpoint,
      location: '',
      repository: undefined,
      publicNetworkAccess: true,
      sqlEndpoint: '',
      sqlOnDemandEndpoint: '',
    },
  };
}

async function tokenOf(
  { activeDirectory, tenantId, clientId, clientSecret }: Ready,
  audience: string,
): Promise<string> {
  const answer = await fetch(`${activeDirectory}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope: `${audience}/.default`,
    }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}
