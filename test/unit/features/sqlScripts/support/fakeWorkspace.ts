import { createRestService } from '../../../../../src/azure/createRestService.ts';
import { parseExact, exactText, type ExactDocument } from '../../../../../src/azure/exactJson.ts';
import { isObject } from '../../../../../src/azure/json.ts';
import {
  TransportError,
  type Transport,
  type TransportReply,
  type TransportRequest,
} from '../../../../../src/azure/transport.ts';
import type { InWorkspace } from '../../../../../src/features/explorer/public.ts';
import { cloudAt } from '../../../azure/support/service.ts';
import { VirtualClock } from '../../../azure/support/virtualClock.ts';

/** What happens to a request: an answer in place of the service's, or a connection that is lost before or after it was served. */
export type Trouble = Partial<TransportReply> | 'lostBefore' | 'lostAfter';

/**
 * A workspace's endpoint in memory, just enough of it for the store: documents as JSON text, etags, If-Match with 412,
 * If-None-Match with 304, writes that are answered with 202 and end with the second question about them.
 */
export class FakeWorkspace implements Transport {
  readonly clock = new VirtualClock();
  readonly requests: string[] = [];
  /** Told of the next requests, one after another; undefined for those that go well. */
  readonly troubles: (Trouble | undefined)[] = [];
  readonly #scripts = new Map<string, { name: string; etag: string; text: string }>();
  readonly #operations: (() => TransportReply)[] = [];
  /** Text of the claims in the caller's token, and what the check of access answers. */
  decision: string | undefined = 'Allowed';
  token = `.${Buffer.from(JSON.stringify({ oid: 'me', groups: ['a', 1] })).toString('base64url')}.`;
  #version = 0;

  /** Publishes behind the client's back. */
  publish(name: string, text = `{"name":${JSON.stringify(name)},"properties":{"content":{"query":"SELECT 1"}}}`): void {
    this.#version += 1;
    this.#scripts.set(name.toLowerCase(), { name, etag: `etag-${this.#version}`, text });
  }

  remove(name: string): void {
    this.#scripts.delete(name.toLowerCase());
  }

  /** What is published, as text, without the members that the service adds. */
  published(name: string): string | undefined {
    return this.#scripts.get(name.toLowerCase())?.text;
  }

  get place(): InWorkspace {
    const rest = createRestService({
      cloud: cloudAt('http://127.0.0.1:1'),
      tokens: { getToken: () => Promise.resolve(this.token) },
      log: { request: () => undefined },
      clock: this.clock,
      random: () => 1,
      transport: this,
    });
    return {
      connection: {
        cloud: cloudAt('http://127.0.0.1:1'),
        rest,
        account: 'me',
        tenants: () => Promise.resolve([]),
        signIn: () => Promise.resolve(),
      },
      workspace: {
        id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Synapse/workspaces/w',
        tenantId: 't',
        subscriptionId: 's',
        resourceGroupName: 'g',
        workspaceName: 'w',
        endpoint: 'http://127.0.0.1:1/workspaces/w',
        location: 'westeurope',
        repository: undefined,
        publicNetworkAccess: true,
        sqlEndpoint: 'w.sql.test',
        sqlOnDemandEndpoint: 'w-ondemand.sql.test',
      },
    };
  }

  async send(request: TransportRequest): Promise<TransportReply> {
    // As on a wire: an answer never comes within the same turn.
    await new Promise((resolve) => setImmediate(resolve));
    const path = new URL(request.url).pathname.replace('/workspaces/w', '');
    this.requests.push(`${request.method} ${path}`);
    const trouble = this.troubles.shift();
    if (trouble === 'lostBefore') throw new TransportError('ECONNRESET', 'lost');
    if (trouble !== undefined && trouble !== 'lostAfter') return { ...reply(500), ...trouble };
    const answer = this.#serve(request, path);
    if (trouble === 'lostAfter') throw new TransportError('ECONNRESET', 'lost');
    return answer;
  }

  #serve({ method, headers, body }: TransportRequest, path: string): TransportReply {
    if (path === '/checkAccessSynapseRbac') {
      const { actions } = JSON.parse(String(body)) as { actions: { id: string }[] };
      const decisions = actions.map(({ id }) => ({ actionId: id, accessDecision: this.decision }));
      return reply(200, JSON.stringify({ AccessDecisions: decisions }));
    }
    const operation = /^\/operationResults\/(\d+)$/u.exec(path)?.[1];
    if (operation !== undefined) return this.#operations[Number(operation)]?.() ?? reply(404);
    if (path === '/sqlScripts') {
      const all = [...this.#scripts.values()].map((script) => documentOf(script));
      return reply(200, `{"value":[${all.join(',')}]}`);
    }
    const [, escapedName = '', action] = /^\/sqlScripts\/([^/]+)(\/rename)?$/u.exec(path) ?? [];
    const name = decodeURIComponent(escapedName);
    const found = this.#scripts.get(name.toLowerCase());
    if (method === 'GET') {
      if (!found) return reply(404, '{"code":"NotFound","message":"It does not exist."}');
      return headers['If-None-Match'] === found.etag ? reply(304) : reply(200, documentOf(found));
    }
    if (method === 'PUT') {
      const wanted = headers['If-Match'];
      if (wanted !== undefined && wanted !== found?.etag) return reply(412, '{"message":"The etag does not match."}');
      this.publish(found?.name ?? name, String(body));
      return this.#accept(() => documentOf(this.#scripts.get(name.toLowerCase())));
    }
    if (method === 'DELETE') {
      this.remove(name);
      return this.#accept(() => '');
    }
    if (action !== undefined && found) {
      const { newName } = JSON.parse(String(body)) as { newName: string };
      this.remove(name);
      this.publish(newName, exactText({ ...(parseExact(found.text) as ExactDocument), name: newName }));
      return this.#accept(() => documentOf(this.#scripts.get(newName.toLowerCase())));
    }
    return reply(404);
  }

  #accept(result: () => string): TransportReply {
    let asked = 0;
    const number = this.#operations.push(() => {
      asked += 1;
      return asked < 2 ? reply(202, '{"status":"InProgress"}') : reply(200, result());
    });
    const headers = { location: `http://127.0.0.1:1/workspaces/w/operationResults/${number - 1}` };
    return { ...reply(202, '{"state":"Updating"}'), headers };
  }
}

function documentOf(script: { name: string; etag: string; text: string } | undefined): string {
  const document = script && parseExact(script.text);
  return isObject(document) ? exactText({ ...document, id: `/x/${script?.name}`, type: 'x', etag: script?.etag }) : '';
}

function reply(status: number, text = ''): TransportReply {
  return { status, statusText: '', headers: {}, text };
}
