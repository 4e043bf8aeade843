import { ServiceError } from '../../http/serviceError.ts';
import { armDialect, type Spoken } from '../../resources/dialects.ts';
import { atOnce, later } from '../../resources/endings.ts';
import type { ResourceGroup } from '../../resources/group.ts';
import { choice, members, object, required, text } from '../../resources/members.ts';
import { matching } from '../../resources/names.ts';
import { inWorkspace } from '../../resources/parents.ts';
import type { Workspace } from '../../store/model.ts';
import type { Members } from '../../store/resources.ts';
import { objectMember, type JsonObject } from '../requestBody.ts';
import { kindOf, refuse } from './runtimeState.ts';

/** The one that every workspace has. */
const autoResolve = 'AutoResolveIntegrationRuntime';

/** The artifacts' store answers, which is that of Azure Data Factory. */
function notThere({ place: { workspace }, name }: Spoken, flat: boolean): ServiceError {
  const { subscriptionId, resourceGroupName } = workspace;
  const target = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}/providers/Microsoft.DataFactory/factories/${workspace.name}/integrationruntimes/${name}`;
  const message = 'The document could not be retrieved because it does not exist.';
  return new ServiceError(404, 'NotFound', message, { flat, target });
}

const known = members({ type: required(choice('Managed', 'SelfHosted')), description: text, typeProperties: object });

/** All that is sent under `properties`, but for the password, which never comes back. */
function stored(sent: JsonObject): Members {
  const all = objectMember(sent, 'properties') ?? {};
  const properties = { ...all, ...known(all) };
  const typeProperties = objectMember(properties, 'typeProperties');
  const ssisProperties = typeProperties && objectMember(typeProperties, 'ssisProperties');
  const catalog = ssisProperties && objectMember(ssisProperties, 'catalogInfo');
  if (catalog === undefined) return { properties };
  const { catalogAdminPassword: _, ...catalogInfo } = catalog;
  return {
    properties: {
      ...properties,
      typeProperties: { ...typeProperties, ssisProperties: { ...ssisProperties, catalogInfo } },
    },
  };
}

function requireOwn(name: string): void {
  if (name === autoResolve)
    throw refuse(400, 'BadRequest', `'${name}' belongs to the workspace and cannot be changed.`);
}

/** What PATCH changes; only the status tells of it. */
const updates = members({
  autoUpdate: choice('On', 'Off'),
  // With quotes of its own in the specification's example.
  updateDelayOffset: (value, name) => (text(value, name) as string | undefined)?.replaceAll('"', ''),
});

const ends = { status: 202, urls: ['result'], body: { record: 'IntegrationRuntime' } } as const;

/**
 * Integration runtimes: specification `integrationRuntime.json`. They are artifacts that Resource Manager serves: etags in
 * bodies, a record with 202, Location alone, an end in 200 also for a deletion (recording azure-cli.integration_runtime.json).
 */
export const integrationRuntimes: ResourceGroup<Workspace> = {
  parent: inWorkspace,
  path: 'integrationRuntimes',
  shown: 'integrationruntimes',
  parameter: 'integrationRuntimeName',
  names: matching(
    /^(?=.{3,63}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/,
    'must have 3 to 63 letters, digits and single inner hyphens.',
  ),
  dialect: {
    ...armDialect,
    etags: true,
    notFound: (spoken) => notThere(spoken, true),
    // Recorded for a GET alone.
    unknown: (spoken) => notThere(spoken, false),
  },
  initial: () => [
    {
      name: autoResolve,
      members: { properties: { type: 'Managed', typeProperties: { computeProperties: { location: 'AutoResolve' } } } },
    },
  ],
  shape: ({ resource: { members: stored } }) => ({ properties: stored['properties'] }),
  list: { id: 'IntegrationRuntimes_ListByWorkspace' },
  get: { id: 'IntegrationRuntimes_Get' },
  put: {
    id: 'IntegrationRuntimes_Create',
    members: (sent, { existing, name }) => {
      requireOwn(name);
      const wanted = stored(sent);
      const type = objectMember(wanted, 'properties')?.['type'];
      if (existing !== undefined && type !== kindOf(existing)) {
        throw refuse(400, 'BadRequest', `The type of '${existing.name}' is ${kindOf(existing)} and cannot be changed.`);
      }
      return { ...wanted, ...(existing?.members['updates'] !== undefined && { updates: existing.members['updates'] }) };
    },
    ends: later(ends),
  },
  patch: {
    id: 'IntegrationRuntimes_Update',
    members: (sent, { resource }) => {
      if (kindOf(resource) !== 'SelfHosted') {
        throw refuse(400, 'BadRequest', `'${resource.name}' does not update itself: it is not self-hosted.`);
      }
      return { ...resource.members, updates: { ...objectMember(resource.members, 'updates'), ...updates(sent) } };
    },
    ends: atOnce(),
  },
  remove: {
    id: 'IntegrationRuntimes_Delete',
    ends: (change) => {
      requireOwn(change.name);
      return later(ends)(change);
    },
  },
};
