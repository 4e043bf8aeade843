import type { Reply } from '../http/exchange.ts';
import type { Call } from '../http/routes.ts';
import type { ServiceName } from '../http/serviceUrls.ts';
import type { Context } from '../services/context.ts';
import type { JsonObject } from '../services/requestBody.ts';
import type { Workspace } from '../store/model.ts';
import type { Members, NewResource, Resource } from '../store/resources.ts';
import type { Dialect } from './dialects.ts';
import type { Ending } from './endings.ts';
import type { NameRule } from './names.ts';

/*
 * How an operation group is declared: as data, with a function where the service computes something. README.md,
 * "Operation groups as data", has an example.
 */

/** What is asked of an owner; rights go by it, and what a paused pool refuses. */
export type Asked = 'read' | 'write' | 'delete';

/** For one request: what the resources belong to. */
export interface Place<Owner extends object = object> {
  readonly call: Call;
  readonly context: Context;
  readonly workspace: Workspace;
  readonly owner: Owner;
  /** Resource id of the owner; for those of a development endpoint, too. */
  readonly id: string;
}

/** Below what a group's resources are. */
export interface Parent<Owner extends object = object> {
  readonly service: ServiceName;
  readonly apiVersions: readonly string[];
  /** Path of the owner with its `{parameters}`; empty at a development endpoint. */
  readonly path: string;
  /** Resource type of the owner: `Microsoft.Synapse/workspaces/sqlPools`. */
  readonly type: string;
  /** @throws ServiceError where the owner is not there, or not for this caller, or not in a state for this */
  find(call: Call, context: Context, asked: Asked): Place<Owner>;
}

/** A resource that is asked for. */
export interface Asset<Owner extends object = object> {
  readonly place: Place<Owner>;
  readonly resource: Resource;
}

export interface ListVerb<Owner extends object> {
  readonly id: string;
  /** Leaves out what a query parameter (`$filter`) does not ask for. */
  keeps?(asset: Asset<Owner>): boolean;
  /** Members of the last page where a specification demands some: `{ nextLink: null }`. */
  readonly end?: object;
}

/** Where something is put. */
export interface PutAt<Owner extends object = object> {
  readonly place: Place<Owner>;
  readonly name: string;
  readonly existing: Resource | undefined;
}

export interface PutVerb<Owner extends object> {
  readonly id: string;
  /** What is stored of what was sent. @throws ServiceError 400 */
  members(sent: JsonObject, at: PutAt<Owner>): Members;
  readonly ends: Ending;
}

export interface PatchVerb<Owner extends object> {
  readonly id: string;
  /** What becomes of the members that are stored. @throws ServiceError 400 */
  members(sent: JsonObject, asset: Asset<Owner>): Members;
  readonly ends: Ending;
}

/** A deletion, or a renaming by `POST …/rename` with `newName`. */
export interface OtherVerb {
  readonly id: string;
  readonly ends: Ending;
}

/** Anything else that can be asked of one resource. */
export interface Action<Owner extends object> {
  readonly id: string;
  /** POST by default. */
  readonly method?: string;
  /** Below the resource: `listAuthKeys`. */
  readonly path: string;
  readonly asked: Asked;
  answer(asset: Asset<Owner>): Reply;
}

/** The same of no single resource. */
export interface GroupAction<Owner extends object> extends Omit<Action<Owner>, 'answer'> {
  /** Below the owner. */
  readonly path: string;
  answer(place: Place<Owner>): Reply;
}

export interface ResourceGroup<Owner extends object = object> {
  readonly parent: Parent<Owner>;
  /**
   * Below the owner, and the last part of the resource type: `restorePoints`. It may have parameters of its own, where the
   * service has a name and no resource: `rules/{ruleId}/baselines`.
   */
  readonly path: string;
  /** As ids and types show it, where that is not the path: `integrationruntimes`. */
  readonly shown?: string;
  /** Name of the path parameter; absent where the path has no name in it (`metadataSync/config`). */
  readonly parameter?: string;
  readonly names: NameRule;
  readonly dialect: Dialect;
  /** What the service has there by itself, or a sample brought along. */
  initial?(owner: Owner, workspace: Workspace): Iterable<NewResource>;
  /** What is answered beside `id`, `name`, `type`, if it is not what is stored. */
  shape?(asset: Asset<Owner>): Members;
  readonly list?: ListVerb<Owner>;
  readonly get?: { readonly id: string };
  readonly put?: PutVerb<Owner>;
  readonly patch?: PatchVerb<Owner>;
  readonly remove?: OtherVerb;
  readonly rename?: OtherVerb;
  readonly actions?: readonly Action<Owner>[];
  readonly groupActions?: readonly GroupAction<Owner>[];
}
