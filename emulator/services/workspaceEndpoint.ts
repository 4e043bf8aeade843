import type { Call } from '../http/routes.ts';
import type { Workspace } from '../store/model.ts';
import type { Store } from '../store/store.ts';

/** The workspace whose development endpoint is addressed; authentication lets only those pass that exist. */
export function addressedWorkspace({ request }: Call, store: Store): Workspace {
  const name = request.addressed.workspaceName ?? '';
  const workspace = store.workspace(name);
  if (workspace === undefined) throw new Error(`Authentication let an unknown workspace pass: ${name}`);
  return workspace;
}
