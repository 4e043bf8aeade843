import type { Reply } from '../http/exchange.ts';
import type { ErrorDetail } from '../http/serviceError.ts';
import type { RunningWrites } from '../longRunning/runningWrites.ts';
import type { Context } from '../services/context.ts';
import { objectBody, stringMember, type JsonObject } from '../services/requestBody.ts';
import type { Resource } from '../store/resources.ts';
import { changeOf } from './change.ts';
import { isExpected } from './etags.ts';
import type { Asset, OtherVerb, PatchVerb, Place, PutVerb, ResourceGroup } from './group.ts';
import { collectionOf, spokenOf, unknownTo } from './shapes.ts';

interface Parts<Owner extends object> {
  readonly context: Context;
  readonly group: ResourceGroup<Owner>;
  readonly running: RunningWrites;
}

const mismatch: ErrorDetail = {
  code: 'PreconditionFailed',
  message: 'The condition of If-Match is not met: the resource has changed.',
};

/** PUT: makes a resource or replaces one as a whole. */
export function publication<Owner extends object>(
  { context, group, running }: Parts<Owner>,
  verb: PutVerb<Owner>,
  place: Place<Owner>,
  asName: string,
): Reply {
  const { unverified, clock } = context;
  const { dialect } = group;
  const refuse = (status: number, code: string, message: string, of: string): never => {
    throw dialect.refused(status, code, message, spokenOf(group, place, of));
  };
  const name = allowedName(group, place, asName);
  const collection = collectionOf(context, group, place);
  const existing = collection.get(name);
  if (existing !== undefined && existing.name !== name && otherCaseConflicts(group, context)) {
    refuse(409, 'Conflict', `The name '${name}' is taken: there is '${existing.name}'.`, existing.name);
  }
  const members = verb.members(objectBody(place.call.request), { place, name, existing });
  const rule = dialect.etags ? unverified['if-match'] : 'ignore';
  const isOverdue = (now: Resource | undefined): boolean =>
    rule !== 'ignore' && !isExpected(place.call.request, now, unverified);
  if (rule !== 'fail-later' && isOverdue(existing)) {
    if (rule === 'conflict') refuse(409, 'Conflict', mismatch.message, name);
    refuse(412, mismatch.code, mismatch.message, name);
  }
  const kept = existing?.name ?? name;
  return verb.ends(
    changeOf({
      kind: existing === undefined ? 'create' : 'update',
      group,
      place,
      collection,
      running,
      name: kept,
      existing,
      wanted: collection.made(kept, members, clock()),
      obstacle: () => (rule === 'fail-later' && isOverdue(collection.get(kept)) ? mismatch : undefined),
    }),
  );
}

export function update<Owner extends object>(
  { context, group, running }: Parts<Owner>,
  verb: PatchVerb<Owner>,
  asset: Asset<Owner>,
  sent: JsonObject,
): Reply {
  const { place, resource: existing } = asset;
  const collection = collectionOf(context, group, place);
  const wanted = collection.made(existing.name, verb.members(sent, asset), context.clock());
  return verb.ends(
    changeOf({ kind: 'update', group, place, collection, running, name: existing.name, existing, wanted }),
  );
}

export function deletion<Owner extends object>(
  { context, group, running }: Parts<Owner>,
  { ends }: OtherVerb,
  place: Place<Owner>,
  asName: string,
): Reply {
  const { dialect, names } = group;
  const collection = collectionOf(context, group, place);
  const name = names.resolve(asName) ?? asName;
  const existing = collection.get(name);
  // One that is still being made is not missing.
  if (existing === undefined && !running.isBusy(spokenOf(group, place, name).id)) {
    const rule = dialect.deletesMissing === 'by-switch' ? context.unverified['delete-missing'] : dialect.deletesMissing;
    if (rule === 'no-content') return { status: 204 };
    if (rule === 'not-found') throw unknownTo(dialect, spokenOf(group, place, name));
  }
  const change = { kind: 'delete', group, place, collection, running, existing, wanted: undefined } as const;
  return ends(changeOf({ ...change, name: existing?.name ?? name }));
}

/** POST …/rename with `newName`; the document stays, its etag does not (recorded of scripts). */
export function renaming<Owner extends object>(
  { context, group, running }: Parts<Owner>,
  { ends }: OtherVerb,
  place: Place<Owner>,
  asName: string,
): Reply {
  const { unverified, clock } = context;
  const newName = stringMember(objectBody(place.call.request), 'newName') ?? '';
  allowedName(group, place, newName);
  const collection = collectionOf(context, group, place);
  const existing = collection.get(asName);
  if (existing === undefined) throw unknownTo(group.dialect, spokenOf(group, place, asName));
  const { name } = existing;
  const taken = (): ErrorDetail | undefined => {
    const other = collection.get(newName);
    // A resource may get its own name in another case.
    if (unverified['rename-onto'] === 'overwrite' || other === undefined) return undefined;
    if (other.name.toLowerCase() === name.toLowerCase()) return undefined;
    return { code: 'Conflict', message: `The name '${newName}' is taken: there is '${other.name}'.` };
  };
  const message = taken()?.message;
  if (message !== undefined) {
    const [status, code] =
      unverified['rename-onto'] === 'bad-request' ? ([400, 'BadRequest'] as const) : ([409, 'Conflict'] as const);
    throw group.dialect.refused(status, code, message, spokenOf(group, place, newName));
  }
  return ends(
    changeOf({
      kind: 'rename',
      group,
      place,
      collection,
      running,
      name,
      existing,
      wanted: collection.made(newName, existing.members, clock(), existing),
      // What ran at the same time may have taken away the one or made the other.
      obstacle: () =>
        collection.get(name) === undefined ? { code: 'NotFound', message: `There is no '${name}' any more.` } : taken(),
    }),
  );
}

/** @throws ServiceError 400 for what nothing can be called */
function allowedName<Owner extends object>(group: ResourceGroup<Owner>, place: Place<Owner>, name: string): string {
  const { names, dialect } = group;
  const resolved = names.resolve(name) ?? (place.context.anyNames && !names.fixed ? name : undefined);
  if (resolved !== undefined) return resolved;
  throw dialect.refused(400, 'BadRequest', `'${name}' ${names.rule}`, spokenOf(group, place, name));
}

function otherCaseConflicts({ dialect }: ResourceGroup, { unverified }: Context): boolean {
  return dialect.otherCase === 'by-switch' && unverified['other-case'] === 'conflict';
}
