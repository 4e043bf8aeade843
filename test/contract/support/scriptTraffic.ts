import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ScriptClient } from '../../unit/emulator/scriptClient.ts';
import type { TrafficFile } from './traffic.ts';

/**
 * What the emulator answers to everything that can be asked of SQL scripts and access: the other rings ask for some of it
 * only, and not for what their client never gets wrong.
 */
export async function scriptTraffic(): Promise<TrafficFile[]> {
  const record = mkdtempSync(path.join(tmpdir(), 'script-traffic-'));
  try {
    await using scripts = await ScriptClient.start({ record, pageSize: 5 });
    await askEverything(scripts);
    await scripts.client.emulator.close();
    return readdirSync(record)
      .sort()
      .map((name) => ({ name: `scripts/${name}`, text: readFileSync(path.join(record, name), 'utf8') }));
  } finally {
    rmSync(record, { recursive: true });
  }
}

async function askEverything(scripts: ScriptClient): Promise<void> {
  for (const name of await scripts.names()) await scripts.get(name);
  await scripts.get('Scratch', { 'If-None-Match': '*' });
  await scripts.get('Nothing');

  const created = await scripts.put('New one', 'SELECT 1;');
  await scripts.poll(created);
  await scripts.put('New one', 'too early');
  await scripts.end(created);
  await scripts.put('New one', 'stale', { 'If-Match': 'another' });
  await scripts.end(await scripts.put('New one', 'SELECT 2;', { 'If-Match': await scripts.etag('New one') }));
  await scripts.put('NEW ONE', 'in another case');
  await scripts.rename('New one', 'Scratch');
  await scripts.rename('Nothing', 'Something');
  await scripts.end(await scripts.rename('New one', 'Newer one'));
  await scripts.end(await scripts.delete('Newer one'));
  await scripts.delete('Newer one');
  await scripts.send('GET', '/operationResults/00000000-0000-4000-8000-000000000000');

  await scripts.send('GET', '/workspace');
  await new ScriptClient(scripts.client, 'contoso-finance').send('GET', '/workspace');
  const readOnly = new ScriptClient(scripts.client, 'fabrikam-logistics');
  await readOnly.put('Routes', 'refused');
  await readOnly.delete('Routes');
  for (const principalId of [scripts.client.emulator.ready.principalId, '00000000-0000-4000-8000-000000000000']) {
    await scripts.send('POST', '/checkAccessSynapseRbac', {
      subject: { principalId },
      actions: [{ id: 'Microsoft.Synapse/workspaces/sqlScripts/write', isDataAction: true }],
      scope: 'workspaces/contoso-sales',
    });
  }
}
