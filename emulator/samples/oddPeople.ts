import type { Tenant, Workspace } from '../store/model.ts';
import { assignRole } from '../store/newWorkspace.ts';
import { idOf } from '../store/ids.ts';
import { Grants } from './roles.ts';
import { addGroup, addServicePrincipal, addUser } from './tenants.ts';

/**
 * Names that are legal and odd: markup, a link that would run a command, writing from right to left, marks that turn
 * the direction, and far more letters than fit. And assignments of principals that the directory does not know any
 * more, one of them without a type, as the service has old ones (azure-cli#22078).
 */
export function addOddPeople(tenant: Tenant, workspace: Workspace): void {
  const link = addServicePrincipal(tenant, '[Click here](command:workbench.action.quit) $(warning)');
  const turned = addUser(tenant, 'Invoice \u202egpj.exe', 'invoice');
  new Grants(workspace, tenant.directory)
    .add('Synapse User', addUser(tenant, '<img src=x onerror=alert(1)>'))
    .add('Synapse User', addUser(tenant, 'נועה\u200f לוי', 'noa.levi'))
    .add('Synapse User', turned)
    .add('Synapse Artifact User', link)
    .add(
      'Synapse Artifact User',
      addGroup(tenant, `Everybody ${'who may read '.repeat(80)}`.slice(0, 1000), [], 'readers'),
    );
  assignRole(workspace, contributor, idOf('deleted principal', 'pipeline'), 'ServicePrincipal');
  assignRole(workspace, contributor, idOf('deleted principal', 'of old'), undefined);
}

/** Synapse Contributor. */
const contributor = '7572bffe-f453-4b66-912a-46cc5ef38fda';
