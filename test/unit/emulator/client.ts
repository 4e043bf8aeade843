import { startEmulator, type Emulator, type StartOptions } from '../../../emulator/server.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; undefined when the body was empty. Tests know what they expect and assert it. */
  readonly body: Json;
  /** The body as it came. */
  readonly text: string;
}

/** JSON whose members may be read without a check: a wrong expectation ends in a failed assertion. */
export interface Json {
  readonly [name: string]: Json;
  readonly [index: number]: Json;
}

export type Audience = 'https://management.azure.com' | 'https://dev.azuresynapse.net' | 'https://graph.microsoft.com';

/** An emulator with a clock of its own, and the requests that tests make. */
export class TestClient implements AsyncDisposable {
  readonly emulator: Emulator;
  readonly #time: { now: number };
  readonly #tokens = new Map<string, string>();

  static async start(options: StartOptions = {}): Promise<TestClient> {
    const time = { now: Date.parse('2024-06-01T12:00:00Z') };
    return new TestClient(await startEmulator({ clock: () => time.now, ...options }), time);
  }

  private constructor(emulator: Emulator, time: { now: number }) {
    this.emulator = emulator;
    this.#time = time;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.emulator.close();
  }

  get home(): string {
    return this.emulator.ready.tenantId;
  }

  letPass(milliseconds: number): void {
    this.#time.now += milliseconds;
  }

  /** Tokens last for an hour; what comes later needs new ones. */
  forgetTokens(): void {
    this.#tokens.clear();
  }

  endpoint(workspaceName: string): string {
    return this.emulator.ready.workspaceEndpoint.replace('{workspace}', workspaceName);
  }

  async token(audience: string, tenantId = this.home): Promise<string> {
    const key = `${audience} ${tenantId}`;
    const known = this.#tokens.get(key);
    if (known !== undefined) return known;
    const { body } = await this.requestToken({ scope: `${audience}/.default` }, tenantId);
    const token = String(body['access_token']);
    this.#tokens.set(key, token);
    return token;
  }

  async requestToken(fields: Readonly<Record<string, string>>, tenant = this.home): Promise<Answer> {
    const { activeDirectory, clientId, clientSecret } = this.emulator.ready;
    const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, ...fields };
    return answerOf(
      await fetch(`${activeDirectory}/${tenant}/oauth2/v2.0/token`, {
        method: 'POST',
        body: new URLSearchParams(form),
      }),
    );
  }

  /** A call with whatever headers it is given. */
  async raw(method: string, url: string, headers: Record<string, string> = {}, body?: string): Promise<Answer> {
    return answerOf(await fetch(url, { method, headers, ...(body !== undefined && { body }) }));
  }

  /** A call to Resource Manager. `path` begins at the service, or is an absolute URL that it gave out. */
  async arm(method: string, path: string, body?: object, tenantId?: string): Promise<Answer> {
    const url = path.startsWith('http')
      ? path
      : `${this.emulator.ready.resourceManager}${versioned(path, '2021-06-01')}`;
    return this.#send(method, url, await this.token('https://management.azure.com', tenantId), body);
  }

  /** A call to the development endpoint of a workspace. @param body as text: sent as it is */
  async dev(
    method: string,
    workspace: string,
    path: string,
    body?: object | string,
    headers: Record<string, string> = {},
    tenantId?: string,
  ): Promise<Answer> {
    const url = path.startsWith('http') ? path : `${this.endpoint(workspace)}${versioned(path, '2020-12-01')}`;
    return this.#send(method, url, await this.token('https://dev.azuresynapse.net', tenantId), body, headers);
  }

  /** A call to an URL that a development endpoint gave out. */
  async devUrl(method: string, url: string): Promise<Answer> {
    return this.#send(method, url, await this.token('https://dev.azuresynapse.net'));
  }

  /** A call to Microsoft Graph. `path` begins after `v1.0`, or is an absolute URL that it gave out. */
  async graph(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
    tenantId?: string,
  ): Promise<Answer> {
    const url = path.startsWith('http') ? path : `${this.emulator.ready.graph}/v1.0${path}`;
    return this.#send(method, url, await this.token('https://graph.microsoft.com', tenantId), body, headers);
  }

  /** A query of Resource Graph. */
  async query(query: string, more: object = {}, tenantId?: string): Promise<Answer> {
    const path = '/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01';
    return this.arm('POST', path, { query, ...more }, tenantId);
  }

  /** Resource id of a workspace of the standard sample's home tenant. */
  async idOf(workspaceName: string): Promise<string> {
    const { body } = await this.query(`resources | where name == '${workspaceName}' | project id`);
    return String(body['data']?.[0]?.['id']);
  }

  async #send(
    method: string,
    url: string,
    token: string,
    body?: object | string,
    more: Record<string, string> = {},
  ): Promise<Answer> {
    const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }), ...more };
    return this.raw(method, url, headers, typeof body === 'object' ? JSON.stringify(body) : body);
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: (text === '' ? undefined : JSON.parse(text)) as Json,
    text,
  };
}

function versioned(path: string, apiVersion: string): string {
  if (/[?&]api-version=/.test(path)) return path;
  return `${path}${path.includes('?') ? '&' : '?'}api-version=${apiVersion}`;
}
