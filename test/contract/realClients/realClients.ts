import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Emulator } from '../../../emulator/server.ts';
import type { ScenarioReport, ScenarioRequest } from './clientProcess.ts';

/**
 * A process in which Azure's own client libraries run, with an environment of two variables: the proxy and the
 * certificate. Everything else they have from where they have it in real life.
 */
export class RealClients implements AsyncDisposable {
  readonly #process: ChildProcess;
  readonly #ready: Emulator['ready'];

  /** @param environment what these clients need beside the two variables */
  constructor({ ready }: Emulator, environment: Readonly<Record<string, string>> = {}) {
    assert.ok(ready.proxy && ready.ca);
    this.#ready = ready;
    this.#process = fork(path.join(import.meta.dirname, 'clientProcess.ts'), {
      env: { HTTPS_PROXY: ready.proxy, NODE_EXTRA_CA_CERTS: ready.ca, ...environment },
      execArgv: [],
    });
  }

  /** @throws when the scenario does, or when the process ends in its midst */
  async carryOut(name: string): Promise<void> {
    const { tenantId, clientId, clientSecret, principalId, refreshToken = '' } = this.#ready;
    const signIn = { tenantId, clientId, clientSecret, principalId, refreshToken };
    assert.ok(this.#process.connected, 'The process of the clients has ended');
    const waiting = new AbortController();
    const { signal } = waiting;
    const ended = once(this.#process, 'exit', { signal }).then(() => assert.fail('The process of the clients ended'));
    const reported = once(this.#process, 'message', { signal }) as Promise<[ScenarioReport]>;
    this.#process.send({ name, signIn } satisfies ScenarioRequest);
    const [report] = await Promise.race([reported, ended]).finally(() => {
      waiting.abort();
      return Promise.allSettled([reported, ended]);
    });
    assert.equal(report.name, name);
    if (report.failure !== undefined) assert.fail(report.failure);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill();
    await ended;
  }
}
