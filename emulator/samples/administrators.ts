import { collectionOf } from '../resources/shapes.ts';
import { activeDirectoryAdministrators } from '../services/resourceManager/activeDirectoryAdministrators.ts';
import type { Workspace } from '../store/model.ts';
import type { Store } from '../store/store.ts';

/** Who administers the workspace's SQL. @param login as Azure shows it @param sid object id */
export function addAdministrator(store: Store, workspace: Workspace, login: string, sid: string): void {
  const properties = { administratorType: 'ActiveDirectory', login, sid, tenantId: workspace.tenantId };
  const administrators = collectionOf({ store }, activeDirectoryAdministrators, { owner: workspace, workspace });
  administrators.put('activeDirectory', { properties }, Date.parse('2024-03-04T07:20:11.290Z'));
}
