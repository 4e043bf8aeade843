/** The services that the emulator plays. */
export type ServiceName = 'resourceManager' | 'activeDirectory' | 'graph' | 'workspace';

/** Where a client finds the services; URLs in answers are made of these. None has a trailing slash. */
export interface ServiceUrls {
  readonly resourceManager: string;
  readonly activeDirectory: string;
  readonly graph: string;
  /** The development endpoint of a workspace: `properties.connectivityEndpoints.dev`. */
  workspace(name: string): string;
}

/** All services below one origin, told apart by the first path segment. */
export function loopbackUrls(origin: string): ServiceUrls {
  return {
    resourceManager: `${origin}/resourceManager`,
    activeDirectory: `${origin}/activeDirectory`,
    graph: `${origin}/graph`,
    workspace: (name) => `${origin}/workspaces/${name}`,
  };
}

const workspaceDomain = 'dev.azuresynapse.net';

/** The names that Azure's public cloud has for the services. */
export const azureUrls: ServiceUrls = {
  resourceManager: 'https://management.azure.com',
  activeDirectory: 'https://login.microsoftonline.com',
  graph: 'https://graph.microsoft.com',
  workspace: (name) => `https://${name}.${workspaceDomain}`,
};

/** Azure's host names that are served with `--https`, as a certificate names them. */
export const azureHosts: readonly string[] = [
  azureUrls.resourceManager,
  azureUrls.activeDirectory,
  azureUrls.graph,
  azureUrls.workspace('*'),
].map((url) => url.replace('https://', ''));

/** Which service Azure has at a host name (lower case, no port), and for a workspace's which workspace. */
export function serviceAtHost(
  host: string,
): { readonly service: ServiceName; readonly workspaceName?: string } | undefined {
  for (const service of ['resourceManager', 'activeDirectory', 'graph'] as const) {
    if (azureUrls[service] === `https://${host}`) return { service };
  }
  const [workspaceName = '', ...domain] = host.split('.');
  if (workspaceName === '' || domain.join('.') !== workspaceDomain) return undefined;
  return { service: 'workspace', workspaceName };
}
