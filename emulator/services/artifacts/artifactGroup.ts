import type { Asset, Action, GroupAction, OtherVerb, PutVerb, ResourceGroup } from '../../resources/group.ts';
import { artifactName, type NameRule } from '../../resources/names.ts';
import { atEndpoint } from '../../resources/parents.ts';
import { spokenOf } from '../../resources/shapes.ts';
import type { Workspace } from '../../store/model.ts';
import type { Members, NewResource, Resource } from '../../store/resources.ts';
import type { ArtifactType, Right } from '../accessControl/rights.ts';
import { factoryDialect } from './artifactDialects.ts';
import { unlessKept, type Keeps } from './keeps.ts';
import { jsonOf, putProperties, type Rewrite } from './artifactProperties.ts';

/** A type of artifacts as the service knows it. */
export interface ArtifactKind {
  /** As rights and the records of changes write it; ids and types have it in small letters. */
  readonly type: ArtifactType;
  /** `SparkJobDefinition` */
  readonly record: string;
  /** As ids and types show it, where that is not small letters. */
  readonly shown?: string;
  /** Ids of the operations, where they are not made of the record's name. */
  readonly ids?: Readonly<Record<'list' | 'get' | 'put' | 'remove' | 'rename', string>>;
  /** Whether it can be renamed; so by default. */
  readonly renames?: boolean;
  /** Members of `properties` that the specification requires. */
  readonly needed: readonly string[];
  readonly names?: NameRule;
  readonly dialect?: ResourceGroup['dialect'];
  readonly apiVersions?: readonly string[];
  readonly read?: Right;
  /** Path of the results of changes. */
  readonly results?: string;
  /** What the service changes in what is put. @param now milliseconds since 1970 */
  readonly rewrite?: (now: number, existing: Resource | undefined) => Rewrite;
  /** What every workspace has. */
  readonly own?: (workspace: Workspace) => readonly NewResource[];
  /** What of it cannot be changed. */
  readonly keeps?: Keeps;
  readonly actions?: readonly Action<Workspace>[];
  readonly groupActions?: readonly GroupAction<Workspace>[];
  /** What is answered, where it is not what is stored. */
  readonly shape?: (asset: Asset<Workspace>) => Members;
}

/** Puts a type of artifacts together: all of them are changed, named and refused in the same way. */
export function artifactGroup(kind: ArtifactKind): ResourceGroup<Workspace> {
  const { type, record, needed, results = 'operationResults', actions, groupActions, shape } = kind;
  const dialect = kind.dialect ?? factoryDialect(record);
  const ids = kind.ids ?? {
    list: `${record}_Get${record}sByWorkspace`,
    get: `${record}_Get${record}`,
    put: `${record}_CreateOrUpdate${record}`,
    remove: `${record}_Delete${record}`,
    rename: `${record}_Rename${record}`,
  };
  const ends = unlessKept(record, results, kind.keeps);
  const verb = (id: string): OtherVerb => ({ id, ends });
  const put: PutVerb<Workspace> = {
    id: ids.put,
    ends,
    members: (sent, { place, existing }) => {
      const properties = putProperties(place.call.request.text, sent, needed);
      if ('missing' in properties) {
        throw dialect.refused(400, 'BadRequest', `'${properties.missing}' is required.`, spokenOf(group, place, ''));
      }
      kind.rewrite?.(place.context.clock(), existing)(properties);
      return { properties: jsonOf(properties) };
    },
  };
  const group: ResourceGroup<Workspace> = {
    parent: atEndpoint(
      { read: kind.read ?? 'artifacts/read', write: `${type}/write`, delete: `${type}/delete` },
      kind.apiVersions,
    ),
    path: type,
    shown: kind.shown ?? type.toLowerCase(),
    parameter: 'name',
    names: kind.names ?? artifactName,
    dialect,
    initial: (workspace) => [...(kind.own?.(workspace) ?? []), ...workspace.artifacts(type)],
    ...(shape && { shape }),
    list: { id: ids.list },
    get: { id: ids.get },
    put,
    remove: verb(ids.remove),
    ...(kind.renames !== false && { rename: verb(ids.rename) }),
    ...(actions && { actions }),
    ...(groupActions && { groupActions }),
  };
  return group;
}
