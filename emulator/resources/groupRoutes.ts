import type { Reply } from '../http/exchange.ts';
import type { Call, Route } from '../http/routes.ts';
import { RunningWrites } from '../longRunning/runningWrites.ts';
import { pageSizeOf, type Context } from '../services/context.ts';
import { objectBody } from '../services/requestBody.ts';
import { pageOfSize } from '../services/resourceManager/paging.ts';
import type { Resource } from '../store/resources.ts';
import { isKnown } from './etags.ts';
import type { Asked, Asset, Place, ResourceGroup } from './group.ts';
import { parameterOf } from './parents.ts';
import { bodyOf, collectionOf, found } from './shapes.ts';
import { deletion, publication, renaming, update } from './writes.ts';

/** The routes of a group that is declared as data. */
export function groupRoutes<Owner extends object>(context: Context, group: ResourceGroup<Owner>): Route[] {
  const { parent, path, parameter, list, get, put, patch, remove, rename, actions = [], groupActions = [] } = group;
  const running = new RunningWrites(context.unverified);
  const common = { service: parent.service, apiVersions: parent.apiVersions };
  const all = `${parent.path}/${path}`;
  const one = parameter === undefined ? all : `${all}/{${parameter}}`;

  const nameIn = (call: Call): string => (parameter === undefined ? '' : parameterOf(call, parameter));
  const assetOf = (call: Call, asked: Asked, verb: 'get' | 'other' = 'other'): Asset<Owner> => {
    const place = parent.find(call, context, asked);
    return { place, resource: found(group, place, nameIn(call), verb).resource };
  };
  const parts = { context, group, running };
  const routes: (Route | undefined)[] = [
    ...groupActions.map((action) => ({
      ...common,
      operationId: action.id,
      method: action.method ?? 'POST',
      path: `${parent.path}/${action.path}`,
      handle: (call: Call) => action.answer(parent.find(call, context, action.asked)),
    })),
    list && {
      ...common,
      operationId: list.id,
      method: 'GET',
      path: all,
      handle: (call) => listed(group, parent.find(call, context, 'read')),
    },
    get && {
      ...common,
      operationId: get.id,
      method: 'GET',
      path: one,
      handle: (call) => read(group, assetOf(call, 'read', 'get')),
    },
    put && {
      ...common,
      operationId: put.id,
      method: 'PUT',
      path: one,
      handle: (call) => publication(parts, put, parent.find(call, context, 'write'), nameIn(call)),
    },
    patch && {
      ...common,
      operationId: patch.id,
      method: 'PATCH',
      path: one,
      handle: (call) => update(parts, patch, assetOf(call, 'write'), objectBody(call.request)),
    },
    remove && {
      ...common,
      operationId: remove.id,
      method: 'DELETE',
      path: one,
      handle: (call) => deletion(parts, remove, parent.find(call, context, 'delete'), nameIn(call)),
    },
    rename && {
      ...common,
      operationId: rename.id,
      method: 'POST',
      path: `${one}/rename`,
      handle: (call) => renaming(parts, rename, parent.find(call, context, 'write'), nameIn(call)),
    },
    ...actions.map((action) => ({
      ...common,
      operationId: action.id,
      method: action.method ?? 'POST',
      path: `${one}/${action.path}`,
      handle: (call: Call) => action.answer(assetOf(call, action.asked)),
    })),
  ];
  return routes.filter((route) => route !== undefined);
}

function listed<Owner extends object>(group: ResourceGroup<Owner>, place: Place<Owner>): Reply {
  const { list, dialect } = group;
  const isKept = (resource: Resource): boolean => list?.keeps?.({ place, resource }) ?? true;
  return pageOfSize(
    place.call,
    pageSizeOf(place.context, dialect.pageSize),
    [...collectionOf(place.context, group, place)].filter(isKept),
    (resource) => bodyOf(group, { place, resource }),
    list?.end,
  );
}

function read<Owner extends object>(group: ResourceGroup<Owner>, asset: Asset<Owner>): Reply {
  const { call, context } = asset.place;
  if (group.dialect.etags && isKnown(call.request, asset.resource, context.unverified)) return { status: 304 };
  return { status: 200, body: bodyOf(group, asset) };
}
