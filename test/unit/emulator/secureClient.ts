import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request } from 'node:https';
import type { Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import { connect } from 'node:tls';
import type { Emulator } from '../../../emulator/server.ts';
import type { Json } from './client.ts';

export interface SecureAnswer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: Json;
}

export interface SecureRequest {
  readonly token?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Requests of a client that trusts the emulator's authority, to loopback or through the emulator's proxy. */
export class SecureClient {
  readonly #emulator: Emulator;

  constructor(emulator: Emulator) {
    this.#emulator = emulator;
  }

  /** A request to a URL of loopback, without the proxy. */
  async direct(url: string, options: SecureRequest = {}): Promise<SecureAnswer> {
    return this.#send(url, options);
  }

  /** A request to one of Azure's host names, through the proxy. */
  async byName(url: string, options: SecureRequest = {}): Promise<SecureAnswer> {
    const { hostname } = new URL(url);
    const { status, socket } = await this.connectTo(`${hostname}:443`);
    assert.equal(status, 200);
    return this.#send(url, options, socket);
  }

  /** What the proxy answers to `CONNECT`, and the tunnel. */
  async connectTo(authority: string): Promise<{ readonly status: number | undefined; readonly socket: Duplex }> {
    const { hostname, port } = new URL(this.#emulator.ready.proxy ?? '');
    const connecting = httpRequest({ hostname, port, method: 'CONNECT', path: authority }).end();
    const [{ statusCode }, socket] = (await once(connecting, 'connect')) as [IncomingMessage, Duplex];
    return { status: statusCode, socket };
  }

  /** A token of the emulator's client for its home tenant. */
  async token(audience: string): Promise<string> {
    const { tenantId, clientId, clientSecret } = this.#emulator.ready;
    const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
    const { body } = await this.byName(`https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({ ...form, scope: `${audience}/.default` }).toString(),
    });
    return String(body['access_token']);
  }

  async #send(url: string, { token, method, headers, body }: SecureRequest, tunnel?: Duplex): Promise<SecureAnswer> {
    const ca = await readFile(this.#emulator.ready.ca ?? '');
    const { hostname } = new URL(url);
    const sending = request(url, {
      ...(method !== undefined && { method }),
      headers: { ...headers, ...(token !== undefined && { authorization: `Bearer ${token}` }), connection: 'close' },
      ca,
      // Not an agent for the tunnel: it would make connections of its own.
      ...(tunnel === undefined
        ? { agent: false }
        : { defaultPort: 443, createConnection: () => connect({ socket: tunnel, servername: hostname, ca }) }),
    }).end(body);
    const [response] = (await once(sending, 'response')) as [IncomingMessage];
    const content = await text(response);
    return {
      status: response.statusCode,
      headers: response.headers,
      body: (content === '' ? undefined : JSON.parse(content)) as Json,
    };
  }
}
