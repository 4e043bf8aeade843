import type { Identity } from '../../../platform/tenants.ts';
import { scriptScheme } from './scriptScheme.ts';

/** Where a script is: all that is needed to read it again in another window. */
export interface ScriptAddress extends Identity {
  /** Azure resource id of the workspace. */
  readonly workspaceId: string;
  /** As of the time when the address was made; for people, the service finds scripts by name alone. */
  readonly folder: string;
  readonly name: string;
}

/** The parts of a `vscode.Uri` (which takes them as they are), so that this file needs no VS Code. */
export interface UriParts {
  readonly scheme: string;
  readonly path: string;
  readonly query: string;
}

/**
 * The URI of a script: `synapse-sql:/<workspace>/<folder>/…/<name>.sql?<tenant, account, workspace id>`.
 *
 * Every name is possible. What would break out of its segment of the path, or would not survive it (slashes, a dot or
 * two, control characters, half a surrogate pair, the escape character itself), is escaped with `~` and hexadecimal
 * digits; everything else stays as it is, so that tabs and breadcrumbs show names as people know them.
 */
export function formatScriptUri({ workspaceId, tenantId, accountId, folder, name }: ScriptAddress): UriParts {
  const workspace = workspaceId.split('/').at(-1) ?? '';
  const folders = folder === '' ? [] : folder.split('/').map((part) => escaped(part).replace(/\.sql$/u, '~002esql'));
  const query = [
    `tenant=${parameter(tenantId)}`,
    ...(accountId === undefined ? [] : [`account=${parameter(accountId)}`]),
    `workspace=${parameter(workspaceId)}`,
  ];
  return {
    scheme: scriptScheme,
    path: ['', escaped(workspace), ...folders, `${escaped(name)}.sql`].join('/'),
    query: query.join('&'),
  };
}

/** The address in a URI; undefined for one that `formatScriptUri` could not have made. */
export function parseScriptUri({ scheme, path, query }: UriParts): ScriptAddress | undefined {
  const [root, workspace, ...rest] = path.split('/');
  const file = rest.pop();
  const parameters = new URLSearchParams(query);
  const tenantId = parameters.get('tenant');
  const accountId = parameters.get('account');
  const workspaceId = parameters.get('workspace');
  if (scheme !== scriptScheme || root !== '' || workspace === undefined || file?.endsWith('.sql') !== true)
    return undefined;
  if (tenantId === null || workspaceId === null) return undefined;
  return {
    workspaceId,
    tenantId,
    ...(accountId !== null && { accountId }),
    folder: rest.map(unescaped).join('/'),
    name: unescaped(file.slice(0, -'.sql'.length)),
  };
}

/** The folder that a URI names (`synapse-sql:/<workspace>/<folder>/…?…`); undefined for a script's and for any other. */
export function parseFolderUri({ scheme, path, query }: UriParts): Omit<ScriptAddress, 'name'> | undefined {
  if (path.endsWith('.sql')) return undefined;
  const inside = parseScriptUri({ scheme, path: `${path.replace(/\/$/u, '')}/.sql`, query });
  if (!inside) return undefined;
  const { name: _name, ...folder } = inside;
  return folder;
}

/** Only what would end the value is escaped: VS Code shows the whole URI when a file cannot be written. */
function parameter(value: string): string {
  return value.replace(/[%&+#\p{Cc}]/gu, encodeURIComponent);
}

/** What may not stand in a segment: separators, the escape itself, control characters, lone surrogates. */
const unsafe = /[/\\~\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;

function escaped(segment: string): string {
  if (segment === '') return '~';
  const safe = segment.replace(
    unsafe,
    (character) => `~${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
  // A segment of dots alone would climb; leading and trailing ones are changed by some file systems on "Save as".
  return /^\.{1,2}$/u.test(safe) ? safe.replaceAll('.', '~002e') : safe;
}

function unescaped(segment: string): string {
  if (segment === '~') return '';
  return segment.replace(/~([0-9a-f]{4})/gu, (_match, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
