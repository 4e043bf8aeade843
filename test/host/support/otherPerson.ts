import assert from 'node:assert/strict';
import type { EmulatedAzure } from './emulatedAzure.ts';

interface PublishedScript {
  readonly text: string;
  readonly query: string;
  readonly etag: string;
}

/** Somebody else who works on the same workspace, past the extension: a client of the service with a token of its own. */
export class OtherPerson {
  readonly #azure: EmulatedAzure;
  readonly #endpoint: string;

  constructor(azure: EmulatedAzure, workspace: string) {
    this.#azure = azure;
    this.#endpoint = azure.ready.workspaceEndpoint.replace('{workspace}', workspace);
  }

  /** What is published; undefined when there is no such script. */
  async published(name: string): Promise<PublishedScript | undefined> {
    const answer = await this.#send('GET', `/sqlScripts/${encodeURIComponent(name)}`);
    if (answer.status === 404) return undefined;
    const text = await answer.text();
    assert.equal(answer.status, 200, text);
    const body = JSON.parse(text) as { etag: string; properties: { content: { query: string } } };
    return { text, query: body.properties.content.query, etag: body.etag };
  }

  /** @param properties of the document beside the text */
  async publish(name: string, query: string, properties: object = {}): Promise<void> {
    await this.#change('PUT', name, { name, properties: { ...properties, content: { query } } });
  }

  async delete(name: string): Promise<void> {
    await this.#change('DELETE', name);
  }

  async #change(method: string, name: string, body?: object): Promise<void> {
    const accepted = await this.#send(method, `/sqlScripts/${encodeURIComponent(name)}`, body);
    assert.equal(accepted.status, 202, await accepted.text());
    this.#azure.endOperations();
    const location = accepted.headers.get('location') ?? '';
    assert.equal((await this.#send('GET', location)).status, 200);
  }

  async #send(method: string, path: string, body?: object): Promise<Response> {
    const url = path.startsWith('/') ? `${this.#endpoint}${path}?api-version=2020-12-01` : path;
    return await fetch(url, {
      method,
      headers: { authorization: `Bearer ${await this.#token()}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  async #token(): Promise<string> {
    const { activeDirectory, tenantId, clientId, clientSecret } = this.#azure.ready;
    const answer = await fetch(`${activeDirectory}/${tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
        scope: 'https://dev.azuresynapse.net/.default',
      }),
    });
    return ((await answer.json()) as { access_token: string }).access_token;
  }
}
