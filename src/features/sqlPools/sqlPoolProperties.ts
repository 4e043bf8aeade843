import { SqlPools } from '../../api/synapse/sqlPools.generated.ts';
import { locate } from '../../platform/locatedResource.ts';
import type { PropertiesReader } from '../resources/public.ts';
import { DedicatedPoolKind } from './public.ts';

export const sqlPoolProperties: PropertiesReader = {
  kind: DedicatedPoolKind,
  read: ({ rest }, address, signal) => {
    const { workspace, names } = locate(address);
    return rest.call(SqlPools.get, { ...workspace, sqlPoolName: names[1] ?? '' }, { signal });
  },
};
