import type { Call } from '../http/routes.ts';
import type { Asset, Place, ResourceGroup } from './group.ts';
import type { Dialect, Spoken } from './dialects.ts';
import type { ServiceError } from '../http/serviceError.ts';
import type { Context } from '../services/context.ts';
import type { Workspace } from '../store/model.ts';
import type { Resource, ResourceCollection } from '../store/resources.ts';

/** The resource type of a group: `Microsoft.Synapse/workspaces/sqlPools/restorePoints`. */
export function typeOf({ parent, path, shown }: Pick<ResourceGroup, 'parent' | 'path' | 'shown'>): string {
  return `${parent.type}/${(shown ?? path).replace(/\{\w+\}\//g, '')}`;
}

/** A path with the values of its own parameters in their places. */
function filled(path: string, call: Call | undefined): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => call?.parameters[name] ?? '');
}

/** A resource of the group by its name, there or not. */
export function spokenOf(group: ResourceGroup, place: Place, name: string): Spoken {
  const below = filled(group.shown ?? group.path, place.call);
  // What has no name in its path has none in its id.
  const id = group.parameter === undefined ? `${place.id}/${below}` : `${place.id}/${below}/${name}`;
  return { place, type: typeOf(group), name, id };
}

/** A resource as a GET answers it. */
export function bodyOf<Owner extends object>(group: ResourceGroup<Owner>, asset: Asset<Owner>): object {
  const { place, resource } = asset;
  const { dialect } = group;
  return {
    ...dialect.head(spokenOf(group, place, resource.name)),
    ...(group.shape?.(asset) ?? resource.members),
    ...(dialect.etags && { etag: resource.etag }),
  };
}

/** What is there of a group below an owner. A sample that brings something along puts it here. */
export function collectionOf<Owner extends object>(
  { store }: Pick<Context, 'store'>,
  group: ResourceGroup<Owner>,
  { owner, workspace, call }: { readonly owner: Owner; readonly workspace: Workspace; readonly call?: Call },
): ResourceCollection {
  return store.resources.of(
    owner,
    filled(group.path, call).toLowerCase(),
    () => group.initial?.(owner, workspace) ?? [],
  );
}

/** The refusal of a change. */
export function unknownTo(dialect: Dialect, spoken: Spoken): ServiceError {
  return dialect.unknown?.(spoken) ?? dialect.notFound(spoken);
}

/** The resource that a path names. @param verb GET may have a 404 of its own @throws ServiceError 404 */
export function found<Owner extends object>(
  group: ResourceGroup<Owner>,
  place: Place<Owner>,
  asName: string,
  verb: 'get' | 'other' = 'other',
): { readonly resource: Resource; readonly spoken: Spoken } {
  const name = group.names.resolve(asName) ?? asName;
  const resource = collectionOf(place.context, group, place).get(name);
  if (resource === undefined) {
    const spoken = spokenOf(group, place, name);
    throw verb === 'get' ? group.dialect.notFound(spoken) : unknownTo(group.dialect, spoken);
  }
  return { resource, spoken: spokenOf(group, place, resource.name) };
}
