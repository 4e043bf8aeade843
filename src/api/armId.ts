/**
 * Azure resource ids: `/subscriptions/…/resourceGroups/…/providers/Microsoft.Synapse/workspaces/…/sqlPools/…`.
 *
 * The service compares them without regard to case and answers them in varying case (recorded: `sqlscripts` beside
 * `sqlScripts`, `resourcegroups`, an id without its leading slash).
 */
export interface ArmId {
  readonly subscriptionId: string;
  /** Absent for a subscription and what belongs to it directly. */
  readonly resourceGroupName?: string;
  /** Namespace of the resource provider, as `Microsoft.Synapse`; absent for subscriptions and resource groups. */
  readonly provider?: string;
  /** From the outermost resource to the innermost; empty for subscriptions and resource groups. */
  readonly resources: readonly ArmResource[];
}

export interface ArmResource {
  /** As `workspaces` or `sqlPools`. */
  readonly type: string;
  readonly name: string;
}

/**
 * Takes an id apart. `undefined` for everything that is none: tenant-level ids, ids with a second `providers`, and ids
 * that `formatArmId` would refuse.
 */
export function parseArmId(text: string): ArmId | undefined {
  const segments = text.replace(/^\/|\/$/g, '').split('/');
  if (!segments.every(isSafeSegment)) return undefined;

  let position = 0;
  const take = (keyword: string): string | undefined => {
    const value = segments[position + 1];
    if (segments[position]?.toLowerCase() !== keyword || value === undefined) return undefined;
    position += 2;
    return value;
  };

  const subscriptionId = take('subscriptions');
  if (subscriptionId === undefined) return undefined;
  const resourceGroupName = take('resourcegroups');
  const provider = take('providers');
  const resources: ArmResource[] = [];
  for (; position < segments.length; position += 2) {
    const [type, name] = segments.slice(position, position + 2);
    if (provider === undefined || type === undefined || name === undefined) return undefined;
    if (type.toLowerCase() === 'providers') return undefined;
    resources.push({ type, name });
  }
  if (provider !== undefined && resources.length === 0) return undefined;
  return {
    subscriptionId,
    ...(resourceGroupName === undefined ? {} : { resourceGroupName }),
    ...(provider === undefined ? {} : { provider }),
    resources,
  };
}

/**
 * The id as Azure writes it: names as they are, not percent-escaped.
 *
 * @throws TypeError for a part that would break out of its segment (empty, a dot or two, with a slash, backslash,
 * `?`, `#`, `%`, a control character or half a surrogate pair). No Azure resource that we address can be called so.
 */
export function formatArmId(id: ArmId): string {
  const segments = ['subscriptions', id.subscriptionId];
  if (id.resourceGroupName !== undefined) segments.push('resourceGroups', id.resourceGroupName);
  if (id.provider !== undefined) segments.push('providers', id.provider);
  for (const { type, name } of id.resources) segments.push(type, name);
  for (const segment of segments) {
    if (!isSafeSegment(segment)) throw new TypeError(`${JSON.stringify(segment)} cannot be part of a resource id`);
  }
  return `/${segments.join('/')}`;
}

/** Whether two ids name the same resource. */
export function sameArmId(one: string, other: string): boolean {
  return armIdKey(one) === armIdKey(other);
}

/** A key for maps and sets: equal for ids that name the same resource. */
export function armIdKey(id: string): string {
  return `/${id.replace(/^\/|\/$/g, '').toLowerCase()}`;
}

function isSafeSegment(segment: string): boolean {
  // A URL parser takes `%2e` for a dot, so "%" would also open the way to a parent folder.
  return !/^\.{0,2}$|[/\\?#%\p{Cc}]/u.test(segment) && segment.isWellFormed();
}
