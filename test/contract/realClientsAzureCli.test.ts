import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { startEmulator, type Emulator } from '../../emulator/server.ts';

const run = promisify(execFile);
const version = await run('az', ['version', '--only-show-errors']).then(
  ({ stdout }) => String((JSON.parse(stdout) as Record<string, unknown>)['azure-cli']),
  () => undefined,
);

/** The CLI needs seconds for each command. */
const timeout = 300_000;

describe(
  'the Azure CLI, unmodified, over https',
  { skip: version === undefined && 'no az on the path', timeout },
  () => {
    let emulator: Emulator;
    let home: string;

    before(async () => {
      home = await mkdtemp(path.join(tmpdir(), 'az-'));
      emulator = await startEmulator({ https: true, operationTime: 200, pageSize: 2 });
    });

    after(async () => {
      await emulator.close();
      await rm(home, { recursive: true });
    });

    async function az(...args: readonly string[]): Promise<unknown> {
      const { proxy, ca } = emulator.ready;
      const { https_proxy: _, no_proxy: _no, NO_PROXY: _NO, ...environment } = process.env;
      const { stdout } = await run('az', [...args, '--only-show-errors', '--output', 'json'], {
        env: {
          ...environment,
          HTTPS_PROXY: proxy,
          REQUESTS_CA_BUNDLE: ca,
          AZURE_CONFIG_DIR: home,
          AZURE_CORE_COLLECT_TELEMETRY: 'false',
        },
      });
      return stdout === '' ? undefined : JSON.parse(stdout);
    }

    it('signs in as a service principal, and finds the subscriptions of its tenant', async (t) => {
      t.diagnostic(`az ${version ?? ''}`);
      const { clientId, clientSecret, tenantId } = emulator.ready;
      const wrong = az('login', '--service-principal', '-u', clientId, '-p', 'guess', '--tenant', tenantId);
      await assert.rejects(wrong, /AADSTS7000215/);
      const accounts = await az(
        'login',
        '--service-principal',
        '-u',
        clientId,
        '-p',
        clientSecret,
        '--tenant',
        tenantId,
      );
      const names = (accounts as readonly { readonly name: string }[]).map(({ name }) => name);
      assert.deepEqual(names, ['Contoso Production', 'Research & <b>"Üser"</b> ../x', 'Contoso Sandbox']);
      const tenants = await az('rest', '--url', 'https://management.azure.com/tenants?api-version=2022-12-01');
      assert.equal((tenants as { readonly value: readonly unknown[] }).value.length, 2);
    });

    it('pauses a SQL pool', async () => {
      const workspace = ['--workspace-name', 'contoso-sales', '--resource-group', 'rg-analytics-prod'];
      await az('synapse', 'sql', 'pool', 'pause', '--name', 'SalesDW', ...workspace);
      const pool = await az('synapse', 'sql', 'pool', 'show', '--name', 'SalesDW', ...workspace);
      assert.equal((pool as { readonly status: string }).status, 'Paused');
    });

    it('assigns a role', async () => {
      const { principalId } = emulator.ready;
      const workspace = ['--workspace-name', 'contoso-sales'];
      const person = ['--assignee-object-id', principalId, '--assignee-principal-type', 'User'];
      const created = await az(
        'synapse',
        'role',
        'assignment',
        'create',
        '--role',
        'Synapse User',
        ...workspace,
        ...person,
      );
      assert.equal((created as { readonly principalId: string }).principalId, principalId);
    });
  },
);
