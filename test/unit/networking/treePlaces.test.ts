import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AzureError } from '../../../src/azure/azureError.ts';
import { type InWorkspace, WorkspaceKind } from '../../../src/features/explorer/public.ts';
import { NetworkingKind } from '../../../src/features/networking/contributions.ts';
import {
  refreshNetworking,
  retryRefused,
  workspaceAbove,
  workspaceAt,
} from '../../../src/features/networking/treePlaces.ts';
import { nodeKind } from '../../../src/platform/contributions/declarations.ts';
import { onePage } from '../../../src/platform/tree/onePage.ts';
import type { TreeEntry } from '../../../src/platform/tree/treeEntry.ts';
import { TreeModel } from '../../../src/platform/tree/treeModel.ts';
import type { NodePage, TreeNode } from '../../../src/platform/tree/treeNode.ts';

const Any = nodeKind<unknown>()({ name: 'any', flags: [] });
const refused = new AzureError({
  reason: 'refused',
  operation: 'Any',
  status: 403,
  code: 'ClientIpAddressNotAuthorized',
  message: 'Client Ip address : 203.0.113.7',
});

function node(key: string, more: Partial<TreeNode> = {}): TreeNode {
  return { kind: Any, key, data: {}, label: key, accessibleLabel: key, icon: { id: 'x' }, ...more };
}

function workspaceNode(workspaceName: string, endpoint: string): TreeNode {
  const place = {
    connection: { cloud: { resourceManager: { endpoint: 'https://management.azure.com' } } },
    workspace: {
      id: `/subscriptions/s/resourceGroups/g/providers/Microsoft.Synapse/workspaces/${workspaceName}`,
      workspaceName,
      endpoint,
    },
  } as unknown as InWorkspace;
  const fails = (error: unknown) =>
    async function* (): AsyncGenerator<NodePage> {
      await Promise.resolve();
      throw error;
    };
  return node(workspaceName, {
    kind: WorkspaceKind,
    data: place,
    children: onePage(() => [
      node('networking', { kind: NetworkingKind, data: place, children: onePage(() => []) }),
      node('refused', { children: fails(refused) }),
      node('broken', { children: fails(new Error('something else')) }),
    ]),
  });
}

/** Two workspaces below a group, one beside it, as groupings of the explorer may have them. */
function explorer() {
  const changed: (string | undefined)[] = [];
  const one = workspaceNode('one', 'https://one.dev.azuresynapse.net');
  const oneMore = workspaceNode('one-more', 'https://one-more.dev.azuresynapse.net/');
  const local = workspaceNode('local', 'http://127.0.0.1:8080/workspaces/local');
  const model = new TreeModel({
    root: node('', {
      children: onePage(() => [node('group', { children: onePage(() => [one, oneMore]) }), local, node('row')]),
    }),
    words: {
      loadMore: '',
      lastKnown: { description: () => '', spoken: (label) => label },
      describe: () => ({ label: 'error', tooltip: '', accessibleLabel: '' }),
    },
    onDidChange: (entry) => changed.push(entry?.id),
  });
  return { model, changed };
}

async function readAll(model: TreeModel, entry: TreeEntry = model.root): Promise<void> {
  for (const child of await model.childrenOf(entry)) if (child.node.children) await readAll(model, child);
}

describe('The workspace that a refused request was for', () => {
  for (const [url, name] of [
    ['https://one.dev.azuresynapse.net/roleDefinitions', 'one'],
    ['https://ONE.dev.azuresynapse.net/roleDefinitions', 'one'],
    ['https://one-more.dev.azuresynapse.net/rbacScopes', 'one-more'],
    ['http://127.0.0.1:8080/workspaces/local/rbacScopes', 'local'],
    ['http://127.0.0.1:8080/workspaces/local', 'local'],
    ['http://127.0.0.1:8080/workspaces/local2/rbacScopes', undefined],
    ['http://127.0.0.1:8081/workspaces/local/rbacScopes', undefined],
    ['https://one.dev.azuresynapse.net.evil.example/roleDefinitions', undefined],
    [
      'https://management.azure.com/subscriptions/s/resourcegroups/g/providers/Microsoft.Synapse/workspaces/One/sqlPools/p',
      'one',
    ],
    ['https://management.azure.com/subscriptions/s', undefined],
    ['no url', undefined],
  ] as const) {
    it(`${url}: ${name ?? 'none'}`, async () => {
      const place = await workspaceAt(explorer().model, url);
      assert.equal(place?.workspace.workspaceName, name);
    });
  }

  it('is found above a row', async () => {
    const { model } = explorer();
    const [group, local] = await model.childrenOf(model.root);
    assert.ok(group && local);
    const [row] = await model.childrenOf(local);
    assert.ok(row);
    assert.equal(workspaceAbove(row)?.workspace.workspaceName, 'local');
    assert.equal(workspaceAbove(group), undefined);
  });
});

describe('What is read anew', () => {
  it('after the firewall lets somebody in: what it had refused, of that workspace alone', async () => {
    const { model, changed } = explorer();
    await readAll(model);
    const place = await workspaceAt(model, 'https://one.dev.azuresynapse.net');
    assert.ok(place);
    retryRefused(model, place.workspace);
    assert.deepEqual(changed, ['/group/one/refused']);
  });

  it('after a rule has changed: Networking of that workspace, if it was open', async () => {
    const { model, changed } = explorer();
    const place = await workspaceAt(model, 'https://one.dev.azuresynapse.net');
    assert.ok(place);
    refreshNetworking(model, place.workspace);
    assert.deepEqual(changed, []);
    await readAll(model);
    refreshNetworking(model, place.workspace);
    assert.deepEqual(changed, ['/group/one/networking']);
  });
});
