import { Agent, request } from 'node:https';
import { text } from 'node:stream/consumers';
import type { IncomingMessage } from 'node:http';
import { AccessControlClient } from '@azure/synapse-access-control';
import { SynapseAccess } from '../../src/features/accessControl/roles/synapseAccess.ts';
import { inWorkspace, type Place } from '../support/place.ts';

/** Reads all role assignments of a workspace, page by page. @returns how many; `onPage` is called with each page's size */
export type Reader = (place: Place, onPage: (size: number) => void) => Promise<void>;

const { signal } = new AbortController();

/** As the page and the tree do it. */
const ours: Reader = async (place, onPage) => {
  const access = new SynapseAccess(inWorkspace(place));
  for await (const { items } of access.assignments({ signal })) onPage(items.length);
};

/** Azure's own library, which leaves the pages to its caller. */
const sdk: Reader = async ({ endpoint, token }, onPage) => {
  const credential = { getToken: () => Promise.resolve({ token, expiresOnTimestamp: Date.now() + 3_600_000 }) };
  const { roleAssignments } = new AccessControlClient(credential, endpoint);
  let continuationToken: string | undefined;
  do {
    const page = await roleAssignments.listRoleAssignments({ ...(continuationToken && { continuationToken }) });
    onPage(page.value?.length ?? 0);
    continuationToken = page.xMsContinuation;
  } while (continuationToken);
};

/** The least that has to be done: the same pages over one connection that is kept, parsed and dropped. */
const loop: Reader = async ({ endpoint, token }, onPage) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const url = `${endpoint}/roleAssignments?api-version=2020-12-01`;
  let continuation = '';
  do {
    const headers = { authorization: `Bearer ${token}`, ...(continuation && { 'x-ms-continuation': continuation }) };
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      request(url, { agent, headers }, resolve).once('error', reject).end();
    });
    const { value } = JSON.parse(await text(answer)) as { readonly value: readonly unknown[] };
    onPage(value.length);
    continuation = String(answer.headers['x-ms-continuation'] ?? '');
  } while (continuation !== '');
  agent.destroy();
};

export const readers = { ours, sdk, loop } satisfies Record<string, Reader>;
export type ReaderName = keyof typeof readers;
