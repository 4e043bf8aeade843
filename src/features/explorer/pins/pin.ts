import type { Workspace } from '../public.ts';

/** A pinned workspace with all that its row shows and its requests need, so that it works before anything was read. */
export interface Pin {
  readonly workspace: Workspace;
  readonly subscriptionName: string;
}
