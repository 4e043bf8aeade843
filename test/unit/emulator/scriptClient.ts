import assert from 'node:assert/strict';
import type { StartOptions } from '../../../emulator/server.ts';
import { idOf } from '../../../emulator/store/ids.ts';
import { TestClient, type Answer } from './client.ts';

/** How long an operation takes by the emulator's clock, which stands still until the test turns it on. */
export const operationTime = 6000;

/** What tests do with the SQL scripts of one workspace. */
export class ScriptClient implements AsyncDisposable {
  readonly client: TestClient;
  readonly workspace: string;
  readonly #tenantId: string | undefined;

  static async start(options: StartOptions = {}, workspace = 'contoso-sales'): Promise<ScriptClient> {
    return new ScriptClient(await TestClient.start({ operationTime, ...options }), workspace);
  }

  constructor(client: TestClient, workspace: string) {
    this.client = client;
    this.workspace = workspace;
    this.#tenantId = workspace.startsWith('fabrikam-') ? idOf('tenant', 'fabrikam.onmicrosoft.com') : undefined;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.client[Symbol.asyncDispose]();
  }

  /** @param path below the workspace's endpoint, or a whole URL */
  send(method: string, path: string, body?: object | string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.client.dev(method, this.workspace, path, body, headers, this.#tenantId);
  }

  get(name: string, headers?: Record<string, string>): Promise<Answer> {
    return this.send('GET', pathOf(name), undefined, headers);
  }

  /** @param query of the script, or the whole body as text */
  put(name: string, query: string | { readonly text: string }, headers?: Record<string, string>): Promise<Answer> {
    const body = typeof query === 'string' ? { name, properties: { content: { query } } } : query.text;
    return this.send('PUT', pathOf(name), body, headers);
  }

  delete(name: string): Promise<Answer> {
    return this.send('DELETE', pathOf(name));
  }

  rename(name: string, newName: string): Promise<Answer> {
    return this.send('POST', `${pathOf(name)}/rename`, { newName });
  }

  /** What the Location of an accepted change answers now. */
  poll(accepted: Answer): Promise<Answer> {
    assert.equal(accepted.status, 202, accepted.text);
    return this.send('GET', accepted.headers.get('location') ?? '');
  }

  /** Lets an operation's time pass, and asks for its result. */
  async end(accepted: Answer): Promise<Answer> {
    assert.equal(accepted.status, 202, accepted.text);
    this.client.letPass(operationTime);
    return this.poll(accepted);
  }

  /** Of all pages. */
  async names(): Promise<string[]> {
    const names: string[] = [];
    for (let next: unknown = '/sqlScripts'; typeof next === 'string';) {
      const { body } = await this.send('GET', next);
      names.push(...(body['value'] as unknown as { name: string }[]).map(({ name }) => name));
      next = body['nextLink'];
    }
    return names;
  }

  async query(name: string): Promise<unknown> {
    return (await this.get(name)).body['properties']?.['content']?.['query'];
  }

  async etag(name: string): Promise<string> {
    return String((await this.get(name)).body['etag']);
  }
}

function pathOf(name: string): string {
  return `/sqlScripts/${encodeURIComponent(name)}`;
}
