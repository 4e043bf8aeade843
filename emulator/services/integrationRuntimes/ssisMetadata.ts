import type { Reply } from '../../http/exchange.ts';
import { accepted } from '../../longRunning/operationReplies.ts';
import type { GroupAction, Place } from '../../resources/group.ts';
import type { Resource } from '../../store/resources.ts';
import { objectBody, stringMember, type JsonObject } from '../requestBody.ts';
import { workspaceId } from '../resourceManager/resourceIds.ts';
import { refuse, requirePower, stateOf } from './runtimeState.ts';

/** What is in the catalogue of every runtime here, as `metadataPath` finds it: `Folder/Project/Package`. */
const catalogue: readonly (JsonObject & { readonly path: string })[] = [
  { path: 'Warehouse', id: 1, name: 'Warehouse', description: 'Loads of the warehouse', type: 'Folder' },
  { path: 'Archive', id: 2, name: 'Archive', description: '', type: 'Folder' },
  { path: 'Warehouse/Nightly', id: 3, name: 'Nightly', description: '', type: 'Project', folderId: 1, version: 4 },
  { path: 'Warehouse/Production', id: 4, name: 'Production', description: '', type: 'Environment', folderId: 1 },
  ...['LoadCustomers.dtsx', 'LoadOrders.dtsx'].map((name, index) => ({
    path: `Warehouse/Nightly/${name}`,
    id: 5 + index,
    name,
    description: '',
    type: 'Package',
    folderId: 1,
    projectId: 3,
    projectVersion: 4,
  })),
];

/** What SSIS has on a runtime: specification `integrationRuntime.json`, not recorded. */
export const ssisMetadataActions: readonly GroupAction<Resource>[] = [
  { id: 'IntegrationRuntimeObjectMetadata_List', path: 'getObjectMetadata', asked: 'read', answer: listed },
  { id: 'IntegrationRuntimeObjectMetadata_Refresh', path: 'refreshObjectMetadata', asked: 'write', answer: refresh },
];

/** Folders without a path, else what lies directly below it; `ssisFolders` stands for the top, as in the example. */
function listed({ call, owner }: Place<Resource>): Reply {
  requirePower(owner);
  const sent = call.request.text === '' ? {} : objectBody(call.request);
  const asked = (stringMember(sent, 'metadataPath') ?? '').replace(/^ssisFolders\/?/i, '').toLowerCase();
  const depth = asked === '' ? 1 : asked.split('/').length + 1;
  const value = catalogue
    .filter(({ path }) => path.split('/').length === depth && path.toLowerCase().startsWith(asked))
    .map(({ path: _, ...item }) => item);
  return { status: 200, body: { value } };
}

function refresh(place: Place<Resource>): Reply {
  const { call, context, owner, workspace } = place;
  const { operations } = context;
  requirePower(owner);
  const state = stateOf(context, owner);
  if (state !== 'Started') throw refuse(400, 'BadRequest', `'${owner.name}' has to be started; its state is ${state}.`);
  const operation = operations.start({
    scopePath: workspaceId(workspace),
    fails: call.operationFails,
    succeeded: () => undefined,
    failed: () => undefined,
    result: () => ({
      status: 200,
      body: { status: 'Succeeded', name: operation.id.replaceAll('-', ''), properties: null, error: null },
    }),
  });
  return accepted(operation, call.request.addressed.urls, {
    status: 202,
    apiVersion: call.apiVersion,
    retryAfter: operations.retryAfter,
    urls: ['result'],
  });
}
