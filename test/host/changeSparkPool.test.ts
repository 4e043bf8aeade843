import assert from 'node:assert/strict';
import { channel } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import * as vscode from 'vscode';
import type { TreeEntry } from '../../src/platform/tree/treeEntry.ts';
import type { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { entryAt, itemOf, untilRowSays } from './support/explorer.ts';
import { freshStart } from './support/freshStart.ts';
import { replaceMember } from './support/replaceMember.ts';
import { activityTree } from './support/treeViews.ts';
import { WizardBoxes } from './support/wizardBoxes.ts';

const pools = ['Contoso Production', 'contoso-sales', 'Apache Spark pools'] as const;
const keepSize = { pick: 'Keep: Small (4 vCores, 32 GB)' };
const keepNodes = { pick: 'Keep: 3–10 nodes' };
const keepPause = { pick: 'Keep: auto-pause after 15 min' };
const goOn = { pick: 'Let them go on' };

describe('changing an Apache Spark pool', () => {
  let dialogs: Dialogs;
  let pool: TreeEntry;

  const azure = emulatedAzure();
  beforeEach(async () => {
    dialogs = await freshStart(azure(), pools);
    pool = await entryAt(...pools, 'sparksmall');
  });
  afterEach(() => {
    dialogs[Symbol.dispose]();
  });

  const change = (entry = pool): Thenable<unknown> => vscode.commands.executeCommand('synapse.sparkPool.change', entry);

  it('asks step by step, refuses numbers that cannot be, and says what changes from what', async () => {
    using boxes = new WizardBoxes(
      { pick: 'Medium (8 vCores, 64 GB)' },
      { pick: 'Autoscale…' },
      { type: '2' },
      { type: '5' },
      { type: '4' },
      { type: '20' },
      { pick: 'Pause when idle…' },
      { type: '10081' },
      { type: '30' },
      goOn,
    );
    await change();
    assert.deepEqual(boxes.left, []);
    assert.deepEqual(
      boxes.shown.map(({ question, validation }) => [question, validation]),
      [
        ['Node size', ''],
        ['Number of nodes', ''],
        ['Least number of nodes, from 3 to 200', ''],
        ['Least number of nodes, from 3 to 200', 'Type a whole number from 3 to 200.'],
        ['Greatest number of nodes, from 5 to 200', ''],
        ['Greatest number of nodes, from 5 to 200', 'Type a whole number from 5 to 200.'],
        ['Auto-pause', ''],
        ['Idle minutes before it pauses, from 5 to 10080', ''],
        ['Idle minutes before it pauses, from 5 to 10080', 'Type a whole number from 5 to 10080.'],
        ['Jobs and sessions that run', ''],
      ],
    );
    assert.equal(boxes.shown[0]?.title, 'Change Apache Spark pool sparksmall');
    assert.deepEqual(boxes.shown[0].items.map(({ label }) => label).slice(0, 2), [
      'Keep: Small (4 vCores, 32 GB)',
      'Medium (8 vCores, 64 GB)',
    ]);
    const { message, detail, buttons } = await dialogs.message('warning');
    assert.equal(message, 'Change Apache Spark pool “sparksmall” of workspace “contoso-sales”?');
    assert.match(
      detail ?? '',
      /^Node size: Small \(4 vCores, 32 GB\) → Medium \(8 vCores, 64 GB\)\nNodes: 3–10 nodes, autoscale → 5–20 nodes, autoscale\nAuto-pause: auto-pause after 15 min → auto-pause after 30 min\n/,
    );
    assert.match(detail ?? '', /It can cost more: up to 160 virtual cores instead of 40\./);
    assert.match(detail ?? '', /Jobs and sessions that run go on/);
    assert.deepEqual(buttons, ['Change']);
    assert.deepEqual(azure().requests.matching(/^PUT /), [], 'nothing is sent unless it is confirmed');
  });

  it('sends the whole pool, lets jobs go on, and the row follows', async () => {
    using _boxes = new WizardBoxes(
      { pick: 'Large (16 vCores, 128 GB)' },
      { pick: 'Fixed number…' },
      { type: '4' },
      { pick: 'Keep: auto-pause after 30 min' },
      goOn,
    );
    using puts = new PutsSeen();
    dialogs.press = () => 'Change';
    const baskets = await entryAt('Fabrikam Analytics', 'fabrikam-retail', 'Apache Spark pools', 'baskets');
    const before = await properties(baskets);
    const command = change(baskets);
    await untilRowSays(baskets, /^Provisioning · Large · 4 nodes/);
    assert.deepEqual(flags(await itemOf(baskets)), ['named', 'resource', 'refreshable', 'accessScope']);
    azure().endOperations();
    await command;
    assert.equal(baskets.node.description, 'Large · 4 nodes · auto-pause after 30 min');
    assert.equal((await dialogs.message('information')).message, 'Apache Spark pool baskets is changed.');
    assert.equal(puts.urls.length, 1);
    assert.doesNotMatch(puts.urls[0] ?? '', /force/);
    const after = await properties(baskets);
    assert.equal(after['cacheSize'], before['cacheSize']);
    assert.equal(after['creationDate'], before['creationDate']);
    assert.deepEqual(after['autoScale'], { enabled: false, minNodeCount: 0, maxNodeCount: 0 });
    assert.equal(dialogs.progress[0]?.title, 'Changing Apache Spark pool baskets');
    assert.deepEqual(
      dialogs.progress[0].messages.filter((message) => /Provisioning|InProgress|Accepted/.test(message)),
      [],
    );
  });

  it('stops jobs only where that was chosen, and says so on the button', async () => {
    using _boxes = new WizardBoxes(
      { pick: 'Keep: Large (16 vCores, 128 GB)' },
      { pick: 'Keep: 5–100 nodes' },
      { pick: 'No auto-pause' },
      { pick: 'Stop them' },
    );
    using puts = new PutsSeen();
    dialogs.press = ({ buttons }) => buttons.find((button) => button === 'Change and stop jobs');
    const genomes = await entryAt(
      'Research & <b>"Üser"</b> ../x',
      'research-genomics',
      'Apache Spark pools',
      'Genomes2024',
    );
    const command = change(genomes);
    await untilRowSays(genomes, /Provisioning/);
    azure().endOperations();
    await command;
    const { detail = '' } = await dialogs.message('warning');
    assert.match(detail, /Jobs and sessions that run on it are stopped/);
    assert.match(detail, /Without auto-pause they run, and are charged/);
    assert.match(genomes.node.description ?? '', /no auto-pause$/);
    assert.match(puts.urls[0] ?? '', /[?&]force=true(&|$)/);
  });

  for (const steps of [0, 1, 2, 3]) {
    it(`changes nothing when somebody turns away after ${steps} answers`, async () => {
      const answers = [{ pick: 'Medium (8 vCores, 64 GB)' }, { pick: 'Fixed number…' }, { type: '7' }];
      using boxes = new WizardBoxes(...answers.slice(0, steps), 'escape');
      await change();
      assert.equal(boxes.shown.length, steps + 1);
      assert.deepEqual(dialogs.messages, []);
      assert.deepEqual(azure().requests.matching(/^PUT /), []);
    });
  }

  it('goes back to a question, which shows what was answered', async () => {
    using boxes = new WizardBoxes(
      keepSize,
      { pick: 'Fixed number…' },
      { type: '7' },
      'back',
      'back',
      keepNodes,
      keepPause,
    );
    await change();
    assert.deepEqual(
      boxes.shown.map(({ question, value, hasBack }) => [question, value, hasBack]),
      [
        ['Node size', '', false],
        ['Number of nodes', '', true],
        ['Number of nodes, from 3 to 200', '3', true],
        ['Auto-pause', '', true],
        ['Number of nodes, from 3 to 200', '7', true],
        ['Number of nodes', '', true],
        ['Auto-pause', '', true],
      ],
    );
    assert.match((await dialogs.message('information')).message, /like that already; nothing was changed/);
    assert.deepEqual(azure().requests.matching(/^PUT /), []);
  });

  it('leaves a pool alone that somebody else has changed since the question', async () => {
    using _boxes = new WizardBoxes({ pick: 'Large (16 vCores, 128 GB)' }, keepNodes, keepPause, goOn);
    dialogs.press = ({ level }) => {
      if (level !== 'warning') return undefined;
      const { id, name, location } = { ...pool.node.resource, name: 'sparksmall', location: 'westeurope' };
      assert.ok(id);
      azure().faults.add({
        route: 'BigDataPools_Get',
        times: 1,
        status: 200,
        body: { id, name, location, properties: { nodeSize: 'Medium', nodeCount: 9, provisioningState: 'Succeeded' } },
      });
      return 'Change';
    };
    await change();
    assert.match((await dialogs.message('error')).message, /sparksmall was changed in the meantime/);
    assert.deepEqual(azure().requests.matching(/^PUT /), []);
  });

  it('shows why it failed, and the row as it is', async () => {
    azure().faults.add({ route: 'BigDataPools_CreateOrUpdate', times: 1, fault: 'failedOperation' });
    using _boxes = new WizardBoxes(
      { pick: 'Large (16 vCores, 128 GB)' },
      { pick: 'Keep: 3–40 nodes' },
      { pick: 'Keep: no auto-pause' },
      goOn,
    );
    dialogs.press = ({ level }) => (level === 'warning' ? 'Change' : undefined);
    const forecast = await entryAt('Contoso Production', 'contoso-finance', 'Apache Spark pools', 'forecast');
    const command = change(forecast);
    await untilRowSays(forecast, /Provisioning/);
    azure().endOperations();
    await command;
    assert.match(
      (await dialogs.message('error')).message,
      /^“Change Apache Spark pool” did not work: The operation was made to fail/,
    );
    assert.match(forecast.node.description ?? '', /^Failed · /);
    assert.match(forecast.node.accessibleLabel, /^Apache Spark pool forecast, Failed, Large/);
  });

  it('is tried again from the view of all changes, after another question', async () => {
    const [failed] = await activityTree().getChildren();
    assert.equal(failed?.node.label, 'Change Apache Spark pool forecast');
    assert.match(activityTree().getTreeItem(failed).contextValue ?? '', /;again;/);
    const forecast = await entryAt('Contoso Production', 'contoso-finance', 'Apache Spark pools', 'forecast');
    dialogs.press = ({ level }) => (level === 'warning' ? 'Change' : undefined);
    const command = vscode.commands.executeCommand('synapse.activity.retry', failed);
    await untilRowSays(forecast, /Provisioning/);
    azure().endOperations();
    await command;
    const { message, detail } = await dialogs.message('warning');
    assert.equal(message, 'Change Apache Spark pool “forecast” of workspace “contoso-finance”?');
    assert.match(detail ?? '', /^Its last change failed; all its settings are sent once more\./);
    assert.match(forecast.node.description ?? '', /^Large · /);
    assert.equal(azure().requests.matching(/^PUT /).length, 1);
  });

  it('asks once for several pools, changes those that it is a change for, and names what is left alone', async () => {
    using boxes = new WizardBoxes(
      { pick: 'Large (16 vCores, 128 GB)' },
      { pick: 'Keep what each pool has' },
      { pick: 'Keep what each pool has' },
      goOn,
    );
    dialogs.press = ({ buttons }) => buttons[0];
    const telemetry = await entryAt('Contoso Production', 'contoso-iot-01', 'Apache Spark pools', 'telemetry');
    const streaming = await entryAt('Contoso Production', 'contoso-iot-01', 'Apache Spark pools', 'streaming');
    const large = await entryAt(...pools, 'sparklarge');
    const command = vscode.commands.executeCommand('synapse.sparkPool.change', pool, [
      pool,
      large,
      telemetry,
      streaming,
    ]);
    await Promise.all([pool, telemetry].map((entry) => untilRowSays(entry, /Provisioning/)));
    azure().endOperations();
    await command;
    assert.deepEqual(boxes.left, []);
    assert.equal(boxes.shown[0]?.title, 'Change 3 Apache Spark pools');
    const { message, detail } = await dialogs.message('warning');
    assert.equal(message, 'Change 2 Apache Spark pools?');
    assert.match(
      detail ?? '',
      /^“sparksmall”\nNode size: Small .* → Large .*\n\n“telemetry”\nNode size: Medium .* → Large /,
    );
    assert.match(detail ?? '', /Like that already: “sparklarge”/);
    assert.match(detail ?? '', /left alone: “streaming”/);
    assert.equal(pool.node.description, 'Large · 3–10 nodes · auto-pause after 15 min');
    assert.equal(telemetry.node.description, 'Large · 8 nodes · auto-pause after 60 min');
    assert.equal(
      (await dialogs.message('information')).message,
      'Apache Spark pools “sparksmall” and “telemetry” are changed.',
    );
    assert.equal(azure().requests.matching(/^PUT /).length, 2);
  });

  it('offers from the palette only pools that can be changed', async () => {
    await vscode.commands.executeCommand('synapse.refresh');
    dialogs.choose = ({ placeholder }) => (placeholder === 'Select a workspace' ? 'contoso-iot-01' : undefined);
    await vscode.commands.executeCommand('synapse.sparkPool.change');
    assert.deepEqual(
      dialogs.lists.at(-1)?.items.map(({ label }) => label),
      ['telemetry'],
    );
  });
});

/** The URLs of the PUTs that servers of this process get, with their queries. */
class PutsSeen implements Disposable {
  readonly urls: string[] = [];
  readonly #note = (message: unknown): void => {
    const { request } = message as { readonly request: IncomingMessage };
    if (request.method === 'PUT') this.urls.push(request.url ?? '');
  };

  constructor() {
    started.subscribe(this.#note);
  }

  [Symbol.dispose](): void {
    started.unsubscribe(this.#note);
  }
}

/** Node publishes here what every http server of the process is asked. */
const started = channel('http.server.request.start');

/** What the service tells about a pool. */
async function properties(entry: TreeEntry): Promise<Record<string, unknown>> {
  let text = '';
  using _window = replaceMember(vscode.window, 'showTextDocument', async (uri: vscode.Uri) => {
    text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  });
  await vscode.commands.executeCommand('synapse.showProperties', entry);
  return (JSON.parse(text) as { properties: Record<string, unknown> }).properties;
}

function flags({ contextValue = '' }: vscode.TreeItem): string[] {
  return contextValue.split(';').slice(2, -1);
}
