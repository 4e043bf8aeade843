import type { Connection } from '../../../platform/connection.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import type { WorkspaceAccess } from '../model/access.ts';
import { SynapseAccess } from './synapseAccess.ts';

/** Held by the connection that they came over, and gone with it. */
const byConnection = new WeakMap<Connection, Map<string, WorkspaceAccess>>();

/** The access control of a workspace; the same object for everybody who asks over one connection. */
export function accessOf(place: InWorkspace): WorkspaceAccess {
  const { id, tenantId, accountId } = place.workspace;
  const key = JSON.stringify([id.toLowerCase(), tenantId, accountId]);
  let workspaces = byConnection.get(place.connection);
  if (!workspaces) byConnection.set(place.connection, (workspaces = new Map<string, WorkspaceAccess>()));
  let access = workspaces.get(key);
  if (!access) workspaces.set(key, (access = new SynapseAccess(place)));
  return access;
}
