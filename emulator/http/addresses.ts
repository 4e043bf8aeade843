/** The services that share the emulator's port, each below a path of its own. */
export type ServiceName = 'resourceManager' | 'activeDirectory' | 'graph' | 'workspace';

/** Which service a URL speaks to. */
export interface Addressed {
  readonly service: ServiceName | 'none';
  /** The workspace whose development endpoint is addressed; only for `workspace`. */
  readonly workspaceName?: string;
  /** Path below the service's own address, with its leading slash. */
  readonly path: string;
}

const publicOrigins = {
  resourceManager: 'https://management.azure.com',
  activeDirectory: 'https://login.microsoftonline.com',
  graph: 'https://graph.microsoft.com',
} as const;

/**
 * Where the emulated services are: on one loopback origin, told apart by the first path segment. Everything that has
 * to do with that choice is here; routes and services know only service names and paths below them.
 */
export class Addresses {
  readonly origin: string;
  readonly resourceManager: string;
  readonly activeDirectory: string;
  readonly graph: string;
  readonly #ownUrl: RegExp;

  /** @param origin for example `http://127.0.0.1:8080`, without a trailing slash */
  constructor(origin: string) {
    this.origin = origin;
    this.resourceManager = `${origin}/resourceManager`;
    this.activeDirectory = `${origin}/activeDirectory`;
    this.graph = `${origin}/graph`;
    const escaped = origin.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    this.#ownUrl = new RegExp(`${escaped}/(resourceManager|activeDirectory|graph|workspaces/([^/?#"\\\\\\s]+))`, 'gi');
  }

  /** The development endpoint of a workspace: `properties.connectivityEndpoints.dev`. */
  workspace(name: string): string {
    return `${this.origin}/workspaces/${name}`;
  }

  /** @param pathname still percent-encoded, without the query */
  resolve(pathname: string): Addressed {
    const [, first = '', rest = ''] = /^\/([^/]*)(.*)$/.exec(pathname) ?? [];
    switch (first.toLowerCase()) {
      case 'resourcemanager':
        return { service: 'resourceManager', path: rest };
      case 'activedirectory':
        return { service: 'activeDirectory', path: rest };
      case 'graph':
        return { service: 'graph', path: rest };
      case 'workspaces': {
        const [, workspaceName = '', path = ''] = /^\/([^/]*)(.*)$/.exec(rest) ?? [];
        return { service: 'workspace', workspaceName, path };
      }
      default:
        return { service: 'none', path: pathname };
    }
  }

  /** The same text with every URL of the emulator under the host name that Azure has for it. */
  toPublic(text: string): string {
    return text.replace(this.#ownUrl, (url: string, first: string, workspaceName: string | undefined) => {
      if (workspaceName !== undefined) return `https://${workspaceName}.dev.azuresynapse.net`;
      const { service } = this.resolve(`/${first}`);
      return service === 'none' || service === 'workspace' ? url : publicOrigins[service];
    });
  }
}
