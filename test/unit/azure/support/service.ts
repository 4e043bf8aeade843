import assert from 'node:assert/strict';
import { AzureError } from '../../../../src/azure/azureError.ts';
import type { Cloud } from '../../../../src/azure/cloud.ts';
import { createRestService, type RestServiceSettings } from '../../../../src/azure/createRestService.ts';
import { operation } from '../../../../src/azure/operation.ts';
import type { RequestLogEntry } from '../../../../src/azure/requestLog.ts';
import type { RestService } from '../../../../src/azure/restService.ts';
import type { TokenRequest, TokenSource } from '../../../../src/azure/tokenSource.ts';
import { VirtualClock } from './virtualClock.ts';

/** A cloud on one loopback server: each plane below a path of its own, as the sample has it. */
export function cloudAt(url: string): Cloud {
  return {
    name: 'Test',
    login: `${url}/activeDirectory`,
    resourceManager: { endpoint: `${url}/resourceManager`, audience: 'https://management.test' },
    workspace: { endpoint: `${url}/workspaces/{workspace}`, audience: 'https://dev.test' },
    graph: { endpoint: `${url}/graph`, audience: 'https://graph.test' },
  };
}

/** Hands out `token-1`, `token-2` … and keeps what it was asked for. */
export class TestTokens implements TokenSource {
  readonly requests: TokenRequest[] = [];

  getToken(request: TokenRequest): Promise<string> {
    this.requests.push(request);
    return Promise.resolve(`token-${this.requests.length}`);
  }
}

export interface TestService {
  readonly rest: RestService;
  readonly tokens: TestTokens;
  readonly clock: VirtualClock;
  readonly log: RequestLogEntry[];
}

/** A service on a test's server, with virtual time and the longest random waits. */
export function serviceAt(url: string, settings: Partial<RestServiceSettings> = {}): TestService {
  const tokens = new TestTokens();
  const clock = new VirtualClock();
  const log: RequestLogEntry[] = [];
  const rest = createRestService({
    cloud: cloudAt(url),
    tokens,
    clock,
    random: () => 1,
    log: { request: (entry) => void log.push(entry) },
    ...settings,
  });
  return { rest, tokens, clock, log };
}

export const tenantId = 'tenant';

/** The error that a promise rejects with, which must be an AzureError. */
export async function azureErrorOf(promise: Promise<unknown>): Promise<AzureError> {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof AzureError, `not an AzureError: ${String(error)}`);
    return error;
  }
  assert.fail('no error');
}

interface Pool {
  readonly name: string;
  readonly properties?: { readonly status?: string };
}

const poolPath = '/workspaces/{workspaceName}/sqlPools/{sqlPoolName}';

export const getPool = operation<{ result: Pool }>()({
  id: 'Pools_Get',
  plane: 'resourceManager',
  method: 'GET',
  path: poolPath,
  apiVersion: '2021-06-01',
});

export const putPool = operation<{ body: { sku: string }; result: Pool }>()({
  id: 'Pools_Put',
  plane: 'resourceManager',
  method: 'PUT',
  path: poolPath,
  apiVersion: '2021-06-01',
});

export const restartPool = operation<{ result: unknown }>()({
  id: 'Pools_Restart',
  plane: 'resourceManager',
  method: 'POST',
  path: `${poolPath}/restart`,
  apiVersion: '2021-06-01',
});

export const removePool = operation<{ result: unknown }>()({
  id: 'Pools_Remove',
  plane: 'resourceManager',
  method: 'DELETE',
  path: poolPath,
  apiVersion: '2021-06-01',
});

export const aPool = { tenantId, workspaceName: 'ws', sqlPoolName: 'pool1' };
