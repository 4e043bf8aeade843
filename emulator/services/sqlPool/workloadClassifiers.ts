import { armDialect } from '../../resources/dialects.ts';
import { later } from '../../resources/endings.ts';
import type { ResourceGroup } from '../../resources/group.ts';
import { or, properties, required, text } from '../../resources/members.ts';
import { matching } from '../../resources/names.ts';
import { below } from '../../resources/parents.ts';
import type { Resource } from '../../store/resources.ts';
import { workloadGroups } from './workloadGroups.ts';

/** Whose queries go into a workload group: specification `sqlPool.json`, not recorded. */
export const workloadClassifiers: ResourceGroup<Resource> = {
  parent: below(workloadGroups),
  path: 'workloadClassifiers',
  parameter: 'workloadClassifierName',
  names: matching(/^[\p{L}_][\p{L}\p{N}_]{0,127}$/u, 'must have 1 to 128 letters, digits and underscores.'),
  dialect: armDialect,
  list: { id: 'SqlPoolWorkloadClassifier_List' },
  get: { id: 'SqlPoolWorkloadClassifier_Get' },
  put: {
    id: 'SqlPoolWorkloadClassifier_CreateOrUpdate',
    members: properties({
      memberName: required(text),
      label: text,
      context: text,
      startTime: text,
      endTime: text,
      importance: or(text, 'normal'),
    }),
    ends: later({ status: 202, urls: ['status', 'result'] }),
  },
  remove: {
    id: 'SqlPoolWorkloadClassifier_Delete',
    ends: later({ status: 202, urls: ['status', 'result'], result: 204 }),
  },
};
