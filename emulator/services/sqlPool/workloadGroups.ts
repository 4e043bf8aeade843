import { armDialect } from '../../resources/dialects.ts';
import { later } from '../../resources/endings.ts';
import type { ResourceGroup } from '../../resources/group.ts';
import { number, or, properties, required, text, whole } from '../../resources/members.ts';
import { matching } from '../../resources/names.ts';
import { inOnlineSqlPool } from '../../resources/parents.ts';
import type { SqlPool } from '../../store/model.ts';

/** Which share of a pool a group of queries may take: specification `sqlPool.json`, not recorded. */
export const workloadGroups: ResourceGroup<SqlPool> = {
  parent: inOnlineSqlPool,
  path: 'workloadGroups',
  parameter: 'workloadGroupName',
  names: matching(/^[\p{L}_][\p{L}\p{N}_]{0,127}$/u, 'must have 1 to 128 letters, digits and underscores.'),
  dialect: armDialect,
  list: { id: 'SqlPoolWorkloadGroup_List' },
  get: { id: 'SqlPoolWorkloadGroup_Get' },
  put: {
    id: 'SqlPoolWorkloadGroup_CreateOrUpdate',
    members: properties({
      minResourcePercent: required(whole),
      maxResourcePercent: required(whole),
      minResourcePercentPerRequest: required(number),
      maxResourcePercentPerRequest: number,
      importance: or(text, 'normal'),
      queryExecutionTimeout: or(whole, 0),
    }),
    ends: later({ status: 202, urls: ['status', 'result'] }),
  },
  remove: {
    id: 'SqlPoolWorkloadGroup_Delete',
    ends: later({ status: 202, urls: ['status', 'result'], result: 204 }),
  },
};
