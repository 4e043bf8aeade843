import type { Workspace } from '../explorer/public.ts';

/** A database that a client can connect to. */
export interface SqlDatabase {
  /** Host name, without a scheme or a port. */
  readonly server: string;
  readonly database: string;
}

/** The database that every serverless pool begins with. */
const firstServerlessDatabase = 'master';

/** Host of the dedicated pools; undefined where Azure Resource Manager told nothing that is a host name. */
export function dedicatedServer({ sqlEndpoint }: Pick<Workspace, 'sqlEndpoint'>): string | undefined {
  return hostName(sqlEndpoint);
}

/** Host of the serverless pool; undefined as above. */
export function serverlessServer({ sqlOnDemandEndpoint }: Pick<Workspace, 'sqlOnDemandEndpoint'>): string | undefined {
  return hostName(sqlOnDemandEndpoint);
}

/** The workspace's own endpoint, an https URL; undefined where it is none. */
export function developmentEndpoint({ endpoint }: Pick<Workspace, 'endpoint'>): string | undefined {
  return URL.canParse(endpoint) && /^https?:$/u.test(new URL(endpoint).protocol) ? endpoint : undefined;
}

/** The pool's database: dedicated pools are databases of one server, Built-in has a server of its own. */
export function databaseOf(
  workspace: Pick<Workspace, 'sqlEndpoint' | 'sqlOnDemandEndpoint'>,
  pool: { readonly name: string } | undefined,
): SqlDatabase | undefined {
  const server = pool ? dedicatedServer(workspace) : serverlessServer(workspace);
  return server === undefined ? undefined : { server, database: pool?.name ?? firstServerlessDatabase };
}

/**
 * The text if it is a host name and nothing else: it ends up in connection strings and links, where a semicolon or an
 * ampersand would add settings of its own.
 */
function hostName(text: string): string | undefined {
  const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
  return new RegExp(`^${label}(\\.${label})+$`, 'iu').test(text) ? text : undefined;
}
