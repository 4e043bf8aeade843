import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { AccessControlClient, RoleAssignmentDetails } from '@azure/synapse-access-control';
import { accessControlClient, refused, sample } from './clients.ts';
import type { Scenarios } from './signIn.ts';

const synapseUser = '2a385764-43e8-416c-9825-7b18d05a2c4b';

export const accessControlScenarios: Scenarios = {
  'role definitions and scopes': async (signIn) => {
    const { roleDefinitions } = await accessControlClient(signIn);
    const all = await roleDefinitions.listRoleDefinitions();
    assert.equal(all.find(({ id }) => id === synapseUser)?.name, 'Synapse User');
    const one = await roleDefinitions.getRoleDefinitionById(synapseUser);
    assert.equal(one.name, 'Synapse User');
    const scopes = await roleDefinitions.listScopes();
    // An array, whatever the declaration of this version says.
    assert.ok(Array.from(scopes as unknown as Iterable<string>).includes('workspaces/{workspaceName}'));
  },

  'role assignments over pages': async (signIn) => {
    const client = await accessControlClient(signIn);
    const pages = await pagesOfAssignments(client);
    assert.ok(pages.length > 1, 'more than one page');
    const ids = pages.flat().map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  },

  'a role is assigned, not twice, and taken away': async (signIn) => {
    const client = await accessControlClient(signIn);
    const { roleAssignments } = client;
    const [id, scope] = [randomUUID(), `workspaces/${sample.workspace}`];
    const assign = (newId: string): Promise<RoleAssignmentDetails> =>
      roleAssignments.createRoleAssignment(newId, synapseUser, signIn.principalId, scope, { principalType: 'User' });
    const created = await assign(id);
    assert.equal(created.roleDefinitionId, synapseUser);
    await assert.rejects(assign(randomUUID()), refused(409, 'RoleAssignmentAlreadyExists'));
    assert.equal((await roleAssignments.getRoleAssignmentById(id)).principalId, signIn.principalId);
    const ids = (await pagesOfAssignments(client)).flat().map((assignment) => assignment.id);
    assert.ok(ids.includes(id));
    await roleAssignments.deleteRoleAssignmentById(id, { scope });
    await assert.rejects(roleAssignments.getRoleAssignmentById(id), refused(404, 'RoleAssignmentNotFound'));
  },

  'assignments at a pool come with what is inherited': async (signIn) => {
    const client = await accessControlClient(signIn);
    const root = `workspaces/${sample.workspace}`;
    const pool = `${root}/bigDataPools/${sample.sparkPool}`;
    const atPool = (await pagesOfAssignments(client, pool)).flat();
    assert.deepEqual(new Set(atPool.map(({ scope }) => scope)), new Set([root, pool]));
    const atWorkspace = (await pagesOfAssignments(client, root)).flat();
    assert.ok(atWorkspace.length < atPool.length && atWorkspace.every(({ scope }) => scope === root));
  },

  'a role is refused to what no directory knows, and at what is no scope': async (signIn) => {
    const { roleAssignments } = await accessControlClient(signIn);
    const assign = (principalId: string, scope: string): Promise<RoleAssignmentDetails> =>
      roleAssignments.createRoleAssignment(randomUUID(), synapseUser, principalId, scope, { principalType: 'User' });
    const scope = `workspaces/${sample.workspace}`;
    await assert.rejects(assign(randomUUID(), scope), refused(400, 'InvalidPrincipalId'));
    await assert.rejects(assign(signIn.clientId, scope), refused(400, 'InvalidPrincipalId'), 'no application id');
    await assert.rejects(assign(signIn.principalId, 'workspaces/another'), refused(400, 'InvalidScope'));
  },

  'an Azure Owner without a Synapse role reads no roles, and gives them': async (signIn) => {
    const workspace = 'contoso-iot-01';
    const client = await accessControlClient(signIn, workspace);
    const { roleAssignments, roleDefinitions } = client;
    const groups = (await pagesOfAssignments(client)).flat().filter(({ principalType }) => principalType === 'Group');
    for (const { id = '', scope = '' } of groups) await roleAssignments.deleteRoleAssignmentById(id, { scope });
    await assert.rejects(roleDefinitions.listRoleDefinitions(), refused(403, 'Unauthorized'));
    await assert.rejects(roleAssignments.listRoleAssignments(), refused(403, 'Unauthorized'));
    const scope = `workspaces/${workspace}`;
    const assigned = await roleAssignments.createRoleAssignment(randomUUID(), synapseUser, signIn.principalId, scope, {
      principalType: 'User',
    });
    assert.equal(assigned.principalId, signIn.principalId);
  },
};

/** The client of this version leaves it to its caller to pass the header on. */
async function pagesOfAssignments(
  { roleAssignments }: AccessControlClient,
  scope?: string,
): Promise<RoleAssignmentDetails[][]> {
  const pages: RoleAssignmentDetails[][] = [];
  let continuationToken: string | undefined;
  do {
    const page = await roleAssignments.listRoleAssignments({
      ...(continuationToken && { continuationToken }),
      ...(scope !== undefined && { scope }),
    });
    pages.push(page.value ?? []);
    continuationToken = page.xMsContinuation;
  } while (continuationToken);
  return pages;
}
