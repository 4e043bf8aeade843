import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import { connectionAttempts, takeRefusedConnections } from './support/loopbackOnly.ts';

// The last file by its name: it speaks of all that went before.
describe('the whole run', () => {
  it('has sent nothing to anybody but this computer', () => {
    assert.ok(connectionAttempts().length > 0);
    assert.deepEqual(takeRefusedConnections(), []);
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
