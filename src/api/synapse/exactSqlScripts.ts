import type { ExactDocument } from '../../azure/exactJson.ts';
import { exactly } from '../../azure/operation.ts';
import { SqlScripts } from './sqlScripts.generated.ts';

/**
 * SQL scripts as documents that are sent back as they came: a PUT replaces the whole document, and every level of it may
 * hold members that only other clients know (specification sqlScripts.json: `additionalProperties`).
 */
export const ExactSqlScripts = {
  listByWorkspace: exactly<{ item: ExactDocument }>()(SqlScripts.listByWorkspace),
  get: exactly<{ result: ExactDocument; headers: { 'If-None-Match'?: string } }>()(SqlScripts.get),
  /** Sent once: a repetition after a lost answer could meet its own first arrival. Who calls reads the state instead. */
  createOrUpdate: exactly<{ result: ExactDocument | undefined; body: string; headers: { 'If-Match'?: string } }>()({
    ...SqlScripts.createOrUpdate,
    once: true,
  }),
  rename: exactly<{ result: ExactDocument | undefined; body: string }>()(SqlScripts.rename),
} as const;
