import { azureUrls, loopbackUrls, serviceAtHost, type ServiceName, type ServiceUrls } from './serviceUrls.ts';

/** Which service a request speaks to, and under which name. */
export interface Addressed {
  readonly service: ServiceName | 'none';
  /** The workspace whose development endpoint is addressed; only for `workspace`. */
  readonly workspaceName?: string;
  /** Path below the service's own address, with its leading slash. */
  readonly path: string;
  /** The path that the same request has on loopback, whatever name the client used: `/resourceManager/…`. */
  readonly loopbackPath: string;
  /** Scheme, host and port that the client used. */
  readonly origin: string;
  /** The services under the kind of name that the client used: what URLs in the answer are made of. */
  readonly urls: ServiceUrls;
}

/**
 * Where the emulated services are: on one loopback origin, told apart by the first path segment, and with https also
 * under Azure's own host names. Everything that has to do with that choice is here; routes and services know only
 * service names and paths below them.
 */
export class Addresses {
  readonly urls: ServiceUrls;
  readonly origin: string;
  readonly #secure: boolean;
  readonly #port: string;
  readonly #ownUrl: RegExp;

  /** @param origin for example `http://127.0.0.1:8080`, without a trailing slash */
  constructor(origin: string) {
    const { port, protocol } = new URL(origin);
    this.origin = origin;
    this.urls = loopbackUrls(origin);
    this.#secure = protocol === 'https:';
    this.#port = port;
    this.#ownUrl = new RegExp(
      `${protocol}//(?:127\\.0\\.0\\.1|localhost):${port}/(?:(resourceManager|activeDirectory|graph)|workspaces/([^/?#"\\\\\\s]+))`,
      'gi',
    );
  }

  /**
   * @param pathname still percent-encoded, without the query
   * @param hostHeader name, perhaps with a port; over http it says nothing
   */
  resolve(pathname: string, hostHeader = ''): Addressed {
    const host = this.#secure ? hostHeader.toLowerCase().replace(/:443$/, '') : '';
    const named = serviceAtHost(host);
    if (named !== undefined) {
      const prefix = named.service === 'workspace' ? `workspaces/${named.workspaceName ?? ''}` : named.service;
      return { ...serviceBelow(`/${prefix}${pathname}`), origin: `https://${host}`, urls: azureUrls };
    }
    const isLocalhost = host === `localhost:${this.#port}`;
    const origin = isLocalhost ? `https://${host}` : this.origin;
    return { ...serviceBelow(pathname), origin, urls: isLocalhost ? loopbackUrls(origin) : this.urls };
  }

  /** The same text with every URL of the emulator under the host name that Azure has for it. */
  toPublic(text: string): string {
    return text.replace(this.#ownUrl, (url: string, first: string | undefined, workspaceName: string | undefined) => {
      if (workspaceName !== undefined) return azureUrls.workspace(workspaceName);
      const { service } = serviceBelow(`/${first ?? ''}`);
      return service === 'none' || service === 'workspace' ? url : azureUrls[service];
    });
  }
}

function serviceBelow(loopbackPath: string): Omit<Addressed, 'origin' | 'urls'> {
  const [, first = '', rest = ''] = /^\/([^/]*)(.*)$/.exec(loopbackPath) ?? [];
  switch (first.toLowerCase()) {
    case 'resourcemanager':
      return { service: 'resourceManager', path: rest, loopbackPath };
    case 'activedirectory':
      return { service: 'activeDirectory', path: rest, loopbackPath };
    case 'graph':
      return { service: 'graph', path: rest, loopbackPath };
    case 'workspaces': {
      const [, workspaceName = '', path = ''] = /^\/([^/]*)(.*)$/.exec(rest) ?? [];
      return { service: 'workspace', workspaceName, path, loopbackPath };
    }
    default:
      return { service: 'none', path: loopbackPath, loopbackPath };
  }
}
