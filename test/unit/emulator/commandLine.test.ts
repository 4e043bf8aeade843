import assert from 'node:assert/strict';
import { execFile, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { promisify } from 'node:util';
import type { Ready } from '../../../emulator/server.ts';
import { defaultOptions, OptionError, parseOptions } from '../../../emulator/options.ts';

const main = path.resolve(import.meta.dirname, '../../../emulator/main.ts');

test('the command line wins over the environment, which wins over the defaults', () => {
  const environment = { SYNAPSE_EMULATOR_LATENCY: '60', SYNAPSE_EMULATOR_PAGE_SIZE: '10', SYNAPSE_EMULATOR_SAMPLE: '' };
  assert.deepEqual(parseOptions(['--latency', '5', '--operation-time=200'], environment), {
    ...defaultOptions,
    latency: 5,
    pageSize: 10,
    operationTime: 200,
  });
  assert.equal(parseOptions([], { SYNAPSE_EMULATOR_OPERATION_TIME: '9' }).operationTime, 9);
});

test('where clients come from, and how long a firewall rule takes, are options', () => {
  const environment = { SYNAPSE_EMULATOR_CLIENT_ADDRESS: '198.51.100.1', SYNAPSE_EMULATOR_FIREWALL_DELAY: '5' };
  const { clientAddress, firewallDelay } = parseOptions(['--firewall-delay', '0'], environment);
  assert.deepEqual([clientAddress, firewallDelay], ['198.51.100.1', 0]);
  assert.equal(parseOptions([], {}).clientAddress, '203.0.113.7');
});

test('https is a switch', () => {
  assert.equal(parseOptions([], {}).https, false);
  assert.equal(parseOptions(['--https'], {}).https, true);
  assert.equal(parseOptions([], { SYNAPSE_EMULATOR_HTTPS: '1' }).https, true);
  assert.equal(parseOptions([], { SYNAPSE_EMULATOR_HTTPS: '0' }).https, false);
  assert.throws(() => parseOptions([], { SYNAPSE_EMULATOR_HTTPS: 'maybe' }), OptionError);
});

test('what nobody could verify is a switch with a default', () => {
  const chosen = parseOptions(['--if-match', 'ignore', '--script-size-limit=500'], {
    SYNAPSE_EMULATOR_CONCURRENT_WRITES: 'queue',
  });
  assert.deepEqual(chosen, {
    ...defaultOptions,
    scriptSizeLimit: 500,
    unverified: { ...defaultOptions.unverified, 'if-match': 'ignore', 'concurrent-writes': 'queue' },
  });
  assert.equal(defaultOptions.unverified['if-match'], 'refuse');
});

for (const args of [
  ['--https=yes'],
  ['--if-match', 'sometimes'],
  ['--rename-onto', 'Overwrite'],
  ['--script-size-limit', '0'],
  ['--port', '70000'],
  ['--latency', '-1'],
  ['--page-size', '0'],
  ['--port', '1e3'],
  ['--sample', 'huge'],
  ['--client-address', '203.0.113.300'],
  ['--firewall-delay', 'soon'],
  ['stray'],
]) {
  test(`wrong usage: ${args.join(' ')}`, () => {
    assert.throws(() => parseOptions(args, {}), OptionError);
  });
}

test('wrong usage is one line on stderr and exit code 2', async () => {
  const failed = promisify(execFile)(process.execPath, [main, '--bogus', '1']);
  await assert.rejects(failed, (error: { code: number; stderr: string; stdout: string }) => {
    assert.equal(error.code, 2);
    assert.equal(error.stdout, '');
    assert.match(error.stderr, /^Unknown option '--bogus'\. Options: --port .*\n$/);
    return true;
  });
});

test('one line says where everything is, and SIGTERM ends it cleanly', async () => {
  const child = spawn(process.execPath, [main], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const reader = createInterface(child.stdout).on('line', (line) => lines.push(line));
  await once(reader, 'line');
  const ready = JSON.parse(lines[0] ?? '') as Ready;
  assert.deepEqual(Object.keys(ready), [
    'resourceManager',
    'activeDirectory',
    'graph',
    'workspaceEndpoint',
    'tenantId',
    'clientId',
    'clientSecret',
    'principalId',
  ]);
  assert.match(ready.resourceManager, /^http:\/\/127\.0\.0\.1:\d+\/resourceManager$/);
  assert.ok(ready.workspaceEndpoint.endsWith('/workspaces/{workspace}'));
  assert.equal((await fetch(`${ready.resourceManager}/tenants`)).status, 401);
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number | null];
  assert.equal(code, 0);
  assert.equal(lines.length, 1);
});

test('a forked emulator tells its parent and ends with it', async () => {
  const child = fork(main, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [ready] = (await once(child, 'message')) as [Ready];
  assert.ok(ready.clientSecret);
  child.disconnect();
  const [code] = (await once(child, 'exit')) as [number | null];
  assert.equal(code, 0);
});

test('a port that is taken is said', async () => {
  const first = fork(main, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [ready] = (await once(first, 'message')) as [Ready];
  const { port } = new URL(ready.resourceManager);
  await assert.rejects(
    promisify(execFile)(process.execPath, [main, '--port', port]),
    (error: { code: number; stderr: string }) => {
      assert.equal(error.code, 1);
      assert.match(error.stderr, /^The emulator could not start: .*EADDRINUSE/);
      return true;
    },
  );
  first.disconnect();
  await once(first, 'exit');
});
