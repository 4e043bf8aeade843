import type { OperationStart } from '../../longRunning/operations.ts';
import type { SqlPool, SqlPoolStatus } from '../../store/model.ts';

/** From the pool's present state through another one to a third. */
export interface Transition {
  readonly through: SqlPoolStatus;
  readonly to: 'Online' | 'Paused';
  /** New size, valid from the end on. */
  readonly skuName?: string;
}

/** Puts the pool into the state between and says what the end brings: the new state, or the old one after a failure. */
export function transitionOf(pool: SqlPool, transition: Transition): Pick<OperationStart, 'succeeded' | 'failed'> {
  const { status: before } = pool.properties;
  pool.properties.status = transition.through;
  return {
    succeeded: () => {
      pool.properties.status = transition.to;
      if (transition.skuName !== undefined) pool.skuName = transition.skuName;
    },
    failed: () => {
      if (before !== undefined) pool.properties.status = before;
    },
  };
}
