import assert from 'node:assert/strict';
import { ResourceGraphClient } from '@azure/arm-resourcegraph';
import { SubscriptionClient } from '@azure/arm-resources-subscriptions';
import { SynapseManagementClient } from '@azure/arm-synapse';
import { ClientSecretCredential } from '@azure/identity';
import { AccessControlClient } from '@azure/synapse-access-control';
import { ArtifactsClient } from '@azure/synapse-artifacts';
import type { SignIn } from './signIn.ts';

/** As a program makes them that knows nothing of an emulator: no endpoint, no option, no policy of ours. */
export function credentialOf({ tenantId, clientId, clientSecret }: SignIn): ClientSecretCredential {
  return new ClientSecretCredential(tenantId, clientId, clientSecret);
}

export function subscriptionClient(signIn: SignIn): SubscriptionClient {
  return new SubscriptionClient(credentialOf(signIn));
}

export function resourceGraphClient(signIn: SignIn): ResourceGraphClient {
  return new ResourceGraphClient(credentialOf(signIn));
}

/** For the subscription of the sample's home tenant that has most in it. */
export async function synapseClient(signIn: SignIn): Promise<SynapseManagementClient> {
  for await (const { displayName, subscriptionId } of subscriptionClient(signIn).subscriptions.list()) {
    if (displayName === 'Contoso Production') {
      assert.ok(subscriptionId);
      return new SynapseManagementClient(credentialOf(signIn), subscriptionId);
    }
  }
  throw new Error('The sample has no subscription of that name');
}

/** At the address that Resource Manager gives for the workspace. */
export async function accessControlClient(
  signIn: SignIn,
  workspaceName: string = sample.workspace,
): Promise<AccessControlClient> {
  const synapse = await synapseClient(signIn);
  const workspace = await synapse.workspaces.get(sample.resourceGroup, workspaceName);
  const endpoint = workspace.connectivityEndpoints?.['dev'];
  assert.equal(endpoint, `https://${workspaceName}.dev.azuresynapse.net`);
  return new AccessControlClient(credentialOf(signIn), endpoint);
}

export async function artifactsClient(
  signIn: SignIn,
  workspaceName: string = sample.workspace,
): Promise<ArtifactsClient> {
  const { workspaces } = await synapseClient(signIn);
  for await (const { name, connectivityEndpoints } of workspaces.list()) {
    const endpoint = connectivityEndpoints?.['dev'];
    if (name === workspaceName && endpoint !== undefined) return new ArtifactsClient(credentialOf(signIn), endpoint);
  }
  throw new Error(`The sample has no workspace '${workspaceName}'`);
}

/** What the scenarios need of the sample; each changes what no other reads. */
export const sample = {
  resourceGroup: 'rg-analytics-prod',
  workspace: 'contoso-sales',
  sqlPool: 'SalesDW',
  sparkPool: 'sparksmall',
} as const;

export async function allOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** An answer of the service that a client turned into an exception. */
export function refused(statusCode: number, code?: string): (error: unknown) => true {
  return (error) => {
    assert.ok(error instanceof Error);
    const { statusCode: actual, code: actualCode } = error as { statusCode?: unknown; code?: unknown };
    assert.equal(actual, statusCode, error.message);
    if (code !== undefined) assert.equal(actualCode, code);
    return true;
  };
}
