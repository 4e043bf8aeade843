import { queryParameter, type Reply } from '../../http/exchange.ts';
import { ServiceError } from '../../http/serviceError.ts';
import { armDialect } from '../../resources/dialects.ts';
import { atOnce } from '../../resources/endings.ts';
import type { Asset, ResourceGroup } from '../../resources/group.ts';
import { choice, properties, text } from '../../resources/members.ts';
import { oneOf } from '../../resources/names.ts';
import { below } from '../../resources/parents.ts';
import { collectionOf } from '../../resources/shapes.ts';
import type { Resource } from '../../store/resources.ts';
import { objectMember } from '../requestBody.ts';
import { recommendedLabel } from './recommendedLabels.ts';
import { columns } from './tables.ts';

/** What is stored of a label. */
export const labelMembers = properties({
  labelName: text,
  labelId: text,
  informationType: text,
  informationTypeId: text,
  rank: choice('None', 'Low', 'Medium', 'High', 'Critical'),
});

/**
 * What a column's data is: `current` is what people chose, `recommended` what the service reads from the column's name.
 * Specification `sqlPool.json`.
 */
export const sensitivityLabels: ResourceGroup<Resource> = {
  parent: below(columns),
  path: 'sensitivityLabels',
  parameter: 'sensitivityLabelSource',
  names: oneOf('current', 'recommended'),
  dialect: armDialect,
  initial: ({ name }) => {
    const label = recommendedLabel(name);
    return label === undefined ? [] : [{ name: 'recommended', members: { properties: label } }];
  },
  shape: ({ place, resource }) => {
    const [, schemaName, tableName, columnName] =
      /\/schemas\/([^/]+)\/tables\/([^/]+)\/columns\/([^/]+)$/.exec(place.id) ?? [];
    return { properties: { schemaName, tableName, columnName, ...objectMember(resource.members, 'properties') } };
  },
  get: { id: 'SqlPoolSensitivityLabels_Get' },
  put: {
    id: 'SqlPoolSensitivityLabels_CreateOrUpdate',
    members: (sent, { name }) => {
      if (name === 'recommended') throw notByPeople();
      return labelMembers(sent);
    },
    ends: atOnce({ created: 201 }),
  },
  remove: {
    id: 'SqlPoolSensitivityLabels_Delete',
    ends: (change) => {
      if (change.name === 'recommended') throw notByPeople();
      return atOnce()(change);
    },
  },
  actions: [
    {
      id: 'SqlPoolSensitivityLabels_EnableRecommendation',
      path: 'enable',
      asked: 'write',
      answer: (label) => switched(label, false),
    },
    {
      id: 'SqlPoolSensitivityLabels_DisableRecommendation',
      path: 'disable',
      asked: 'write',
      answer: (label) => switched(label, true),
    },
  ],
};

function switched({ place, resource }: Asset<Resource>, isDisabled: boolean): Reply {
  if (resource.name !== 'recommended') {
    throw new ServiceError(400, 'InvalidSensitivityLabelSource', 'Only a recommendation can be enabled or disabled.');
  }
  const label = { ...objectMember(resource.members, 'properties'), isDisabled };
  collectionOf(place.context, sensitivityLabels, place).put(
    resource.name,
    { properties: label },
    place.context.clock(),
  );
  return { status: 200 };
}

/** Whether a list of recommendations has this one. */
export function isShown({ place, resource }: Asset): boolean {
  const wantsAll = queryParameter(place.call.request, 'includeDisabledRecommendations')?.toLowerCase() === 'true';
  return wantsAll || objectMember(resource.members, 'properties')?.['isDisabled'] !== true;
}

function notByPeople(): ServiceError {
  return new ServiceError(400, 'InvalidSensitivityLabelSource', "The source of a label that people set is 'current'.");
}
