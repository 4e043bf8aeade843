import * as z from 'zod/mini';

/** A workspace in a page's list. */
export const workspaceChoice = z.strictObject({
  /** Azure resource id. */
  id: z.string(),
  name: z.string(),
  /** Subscription, resource group and region, in one line. */
  where: z.string(),
  /** The Git repository that Studio works with, where there is one. */
  repository: z.exactOptional(z.string()),
});
export type WorkspaceChoice = z.infer<typeof workspaceChoice>;
