import { BigDataPools } from '../../api/synapse/bigDataPools.generated.ts';
import { locate } from '../../platform/locatedResource.ts';
import type { PropertiesReader } from '../resources/public.ts';
import { SparkPoolKind } from './contributions.ts';

export const sparkPoolProperties: PropertiesReader = {
  kind: SparkPoolKind,
  read: ({ rest }, address, signal) => {
    const { workspace, names } = locate(address);
    return rest.call(BigDataPools.get, { ...workspace, bigDataPoolName: names[1] ?? '' }, { signal });
  },
};
