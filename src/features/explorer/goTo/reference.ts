import { type ArmId, type ArmResource, formatArmId, parseArmId } from '../../../api/armId.ts';
import type { Cloud } from '../../../azure/cloud.ts';

/** What a text points at: something at or below a subscription by its resource id, or a workspace by its name alone. */
export interface Reference {
  readonly id?: ArmId;
  /** Set whenever a workspace or something below it is meant. */
  readonly workspaceName?: string;
  /** What is meant below the workspace: type and name, from the outside inwards. */
  readonly below: readonly ArmResource[];
  /** The name of the cloud that the address belongs to, where its host says so. */
  readonly cloud?: string;
  /** The tenant's id or domain, where the address says so. */
  readonly tenant?: string;
}

/** Longer texts are no addresses. Studio's and the portal's stay far below. */
const longest = 4096;

/** What may stand below a workspace in an address; anything else there is a page of the portal. */
const typesBelow = new Set(
  [
    'bigDataPools',
    'dataflows',
    'datasets',
    'integrationRuntimes',
    'kqlScripts',
    'linkedServices',
    'notebooks',
    'pipelines',
    'roleAssignments',
    'sparkJobDefinitions',
    'sqlPools',
    'sqlScripts',
    'triggers',
    'firewallRules',
  ].map((type) => type.toLowerCase()),
);

/**
 * Reads what somebody has pasted: a resource id of a workspace or of anything below it, escaped or not, an address of
 * Synapse Studio or of the Azure portal, one that “Copy link” has made, or the host of a workspace's endpoint. Undefined
 * for every other text, and for ids with parts that no Azure resource can have (see `parseArmId`), whatever they look like.
 * @param clouds Whose hosts are known; the first one that fits names the cloud.
 */
export function readReference(text: string, clouds: readonly Cloud[]): Reference | undefined {
  const trimmed = withoutSurroundings(text);
  if (trimmed === '' || trimmed.length > longest || !trimmed.isWellFormed()) return undefined;
  const id = unescaped(trimmed);
  if (/^\/{0,2}subscriptions\//iu.test(id)) return fromSegments(id.replace(/[?#].*$/su, '').split('/'));
  const url = URL.parse(hasScheme(trimmed) ? trimmed : `https://${trimmed}`);
  if (url && !/^https?:$/u.test(url.protocol)) return fromLink(url) ?? fromEndpoint(trimmed, clouds);
  return (url && fromUrl(url, clouds)) ?? fromEndpoint(trimmed, clouds);
}

/** Without what stands around an address in a mail, in Markdown, in JSON. */
function withoutSurroundings(text: string): string {
  const target = /^\s*\[[^\]]*\]\((.+)\)\s*$/su.exec(text)?.[1] ?? text;
  const value = /^\s*"id"\s*:\s*(".*)$/su.exec(target)?.[1] ?? target;
  const inner = value.replace(/^[\s\u200b\ufeff<"'`(]+|[\s\u200b\ufeff>"'`.,;]+$/gu, '');
  // Names of groups and scripts may end in a bracket, which is theirs where it was opened in them.
  const opened = inner.split('(').length;
  return inner.endsWith(')') && inner.split(')').length > opened ? withoutSurroundings(inner.slice(0, -1)) : inner;
}

function hasScheme(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//iu.test(text);
}

/** A reference to exactly what a resource id names; undefined where it lies neither in nor around a workspace. */
export function referenceTo(id: string): Reference | undefined {
  const parsed = id.length <= longest ? parseArmId(id) : undefined;
  if (!parsed) return undefined;
  const [workspace, ...below] = parsed.resources;
  if (!workspace) return parsed.provider === undefined ? { id: parsed, below: [] } : undefined;
  if (parsed.resourceGroupName === undefined || !isWorkspace(parsed.provider, workspace)) return undefined;
  return { id: parsed, workspaceName: workspace.name, below };
}

function isWorkspace(provider: string | undefined, { type }: ArmResource): boolean {
  return provider?.toLowerCase() === 'microsoft.synapse' && type.toLowerCase() === 'workspaces';
}

function fromUrl(url: URL, clouds: readonly Cloud[]): Reference | undefined {
  const cloud = clouds.find((one) => [one.portal, one.studio, one.resourceManager.endpoint].some(isHostOf(url)))?.name;
  const of = cloud === undefined ? {} : { cloud };
  const studio = url.searchParams.get('workspace');
  if (studio !== null) {
    const found = fromSegments(unescaped(studio).split('/'));
    return found && { ...found, ...of, below: found.below.length > 0 ? found.below : itemOfStudio(url) };
  }
  // The portal keeps everything behind the "#"; Azure Resource Manager has the id as its path.
  const segments = [...url.pathname.split('/'), ...url.hash.slice(1).split('/')].map(unescaped);
  const start = segments.findIndex((segment) => segment.toLowerCase() === 'subscriptions');
  const whole = segments.find((segment) => /^\/subscriptions\//iu.test(segment));
  const found = whole === undefined ? fromSegments(start < 0 ? [] : segments.slice(start)) : referenceTo(whole);
  const tenant = segments.find((segment) => /^@[\w.-]{1,128}$/u.test(segment))?.slice(1);
  return found && { ...found, ...of, ...(tenant !== undefined && { tenant }) };
}

/** A link of ours (`links/link.ts`), of whichever build of VS Code: it holds the id, and the tenant. */
function fromLink(url: URL): Reference | undefined {
  if (!url.protocol.startsWith('vscode') || url.pathname !== '/open') return undefined;
  const found = referenceTo(unescaped(url.searchParams.get('id') ?? ''));
  const tenant = url.searchParams.get('tenant');
  return found && { ...found, ...(tenant !== null && { tenant }) };
}

/** The portal is also served under names in front of its own (`ms.portal.azure.com`). */
function isHostOf(url: URL): (base: string | undefined) => boolean {
  return (base) => {
    const host = base === undefined ? undefined : URL.parse(base)?.host;
    return host !== undefined && (url.host === host || url.host.endsWith(`.${host}`));
  };
}

/** Studio's page of an artifact: `/…/authoring/analyze/sqlscripts/{name}`. */
function itemOfStudio(url: URL): readonly ArmResource[] {
  const [type, name] = url.pathname.replace(/\/+$/u, '').split('/').map(decoded).slice(-2);
  return type !== undefined && name !== undefined && name !== '' && typesBelow.has(type.toLowerCase())
    ? [{ type, name }]
    : [];
}

/** `subscriptions/{id}/resourceGroups/{name}/providers/Microsoft.Synapse/workspaces/{name}/{type}/{name}`, as far as it goes. */
function fromSegments(segments: readonly string[]): Reference | undefined {
  const parts = segments.slice(segments.findIndex((segment) => segment !== ''));
  const head = parts.slice(0, 8);
  if (head[4]?.toLowerCase() !== 'providers') return referenceTo(parts.slice(0, parts.length >= 4 ? 4 : 2).join('/'));
  const reference = head.length === 8 ? referenceTo(head.join('/')) : undefined;
  if (reference?.id === undefined) return undefined;
  const below: ArmResource[] = [];
  for (let at = 8; at + 1 < parts.length; at += 2) {
    const [type, name] = parts.slice(at, at + 2);
    if (type === undefined || name === undefined || !typesBelow.has(type.toLowerCase())) break;
    below.push({ type, name });
  }
  const id = { ...reference.id, resources: [...reference.id.resources, ...below] };
  return isWriteable(id) ? { ...reference, id, below } : { ...reference, below: [] };
}

function isWriteable(id: ArmId): boolean {
  try {
    formatArmId(id);
    return true;
  } catch {
    return false;
  }
}

/** A development or SQL endpoint: `contoso.dev.azuresynapse.net`, `tcp:contoso-ondemand.sql.azuresynapse.net,1433`. */
function fromEndpoint(text: string, clouds: readonly Cloud[]): Reference | undefined {
  for (const { name, workspace } of clouds) {
    const [before = '', after = ''] = workspace.endpoint.split('{workspace}');
    if (!after.startsWith('.')) {
      // A custom cloud may have the workspace's name in the path.
      const rest = text.startsWith(before) ? text.slice(before.length).split(/[/?#]/u)[0] : undefined;
      if (rest !== undefined && isName(rest)) return { workspaceName: rest, below: [], cloud: name };
      continue;
    }
    const suffix = after
      .slice(1)
      .replace(/^dev\./u, '')
      .replace(/[:/].*$/u, '');
    const host = /^(?:[a-z]+:(?:\/\/)?)?([a-z0-9.-]+)/iu.exec(text)?.[1]?.toLowerCase() ?? '';
    if (!host.endsWith(`.${suffix}`)) continue;
    const [label = '', service] = host.slice(0, -suffix.length - 1).split('.');
    const workspaceName = service === 'sql' ? label.replace(/-ondemand$/u, '') : label;
    if (isName(workspaceName) && (service === 'dev' || service === 'sql')) {
      return { workspaceName, below: [], cloud: name };
    }
  }
  return undefined;
}

/** Whether a text could be a workspace's name. */
export function isName(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,49}$/iu.test(text);
}

/** An address may have been escaped more than once on its way; no resource id holds a “%” of its own. */
function unescaped(text: string): string {
  let plain = text;
  for (let times = 0; times < 3 && plain.includes('%'); times += 1) plain = decoded(plain);
  return plain;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
