import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import { leftBehind } from './support/leftBehind.ts';
import { connectionAttempts, takeRefusedConnections } from './support/loopbackOnly.ts';
import { secretsInPlay } from './support/secretsInPlay.ts';
import { seen } from './support/seenTexts.ts';

/** A JSON web token begins with the letters of `{"`. */
const tokenLike = /\beyJ[\w-]{10,}/;

/** What would give a secret away: the secret, and of a token also what no other token has, its signature. */
function partsOf(secret: string): string[] {
  const signature = secret.startsWith('eyJ') ? secret.split('.')[2] : undefined;
  return [secret, ...(signature === undefined ? [] : [signature])];
}

// The last file by its name: it speaks of all that went before.
describe('the whole run', () => {
  it('has sent nothing to anybody but this computer', () => {
    assert.ok(connectionAttempts().length > 0);
    assert.deepEqual(takeRefusedConnections(), []);
  });

  it('has left no token, no key and no password anywhere but with VS Code’s secrets', async () => {
    const secrets = await secretsInPlay();
    assert.ok(secrets.length > 5);
    const left = leftBehind();
    for (const where of ['log', 'shown', 'global state'])
      assert.ok(
        left.some((one) => one.where === where),
        where,
      );
    const parts = secrets.flatMap(partsOf);
    assert.deepEqual(
      left.filter(({ text }) => tokenLike.test(text) || parts.some((part) => text.includes(part))),
      [],
    );
  });

  it('would have been found out, whatever was left and wherever', async () => {
    const [token = ''] = await secretsInPlay();
    assert.match(`x ${token}`, tokenLike);
    seen('notification', `Bearer ${token}`);
    const found = leftBehind().filter(({ text }) => partsOf(token).some((part) => text.includes(part)));
    assert.deepEqual(
      found.map(({ where }) => where),
      ['shown'],
    );
  });

  it('would have been found out', async () => {
    // An address that belongs to nobody (RFC 5737).
    const socket = net.connect({ host: '192.0.2.1', port: 443 });
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
    assert.equal(error.code, 'ECONNREFUSED');
    const [refusal] = (await once(http.get('http://management.example/'), 'error')) as [NodeJS.ErrnoException];
    assert.equal(refusal.code, 'ECONNREFUSED');
    await assert.rejects(fetch('https://login.example/'));
    assert.deepEqual(takeRefusedConnections(), [
      { host: '192.0.2.1', port: 443 },
      { host: 'management.example', port: 80 },
      { host: 'login.example', port: 443 },
    ]);
  });
});
