import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { useExplorer } from './support/explorer.ts';
import { cutOff, picturesInLightAndDark } from './support/looks.ts';
import { TickList } from './support/tickList.ts';

const odd = 'Research & <b>"Üser"</b> ../x';
const all = ['Contoso Production', 'Fabrikam Analytics', odd];

describe('Choosing what the tree shows', () => {
  const explorer = useExplorer();
  const list = () => new TickList(explorer().workbench);

  it('leaves a subscription out when its tick is taken away', async () => {
    const { tree, workbench } = explorer();
    assert.deepEqual(await tree.roots(), all);
    await workbench.titleAction('Select subscriptions…');
    for (const name of [...all, 'Contoso Sandbox']) assert.equal(await list().isTicked(name), true, name);
    assert.deepEqual(await cutOff(workbench.quickInput().locator('.quick-input-list .monaco-icon-label')), []);
    await picturesOfTheList();
    await workbench.titleAction('Select subscriptions…');
    await list().toggle('Contoso Production');
    await list().confirm();
    await tree.item('Contoso Production').waitFor({ state: 'detached' });
    await explorer().shows(['Fabrikam Analytics', odd]);
  });

  it('remembers the choice when the window is loaded again, and asks only for what is shown', async () => {
    await explorer().reload();
    const { tree, traffic, workbench } = explorer();
    await explorer().shows(['Fabrikam Analytics', odd]);
    // It may have been among the rows that were known last.
    await tree.item('Contoso Production').waitFor({ state: 'detached' });
    await workbench.titleAction('Select subscriptions…');
    assert.equal(await list().isTicked('Fabrikam Analytics'), true);
    assert.equal(await list().isTicked('Contoso Production'), false);
    for (const name of ['Contoso Sandbox', odd]) await list().toggle(name);
    await list().confirm();
    await tree.item(odd).waitFor({ state: 'detached' });
    const before = traffic.count('Resources');
    // When the second round has been recorded, all of the first one has: a tenant without a choice costs nothing.
    for (const round of [1, 2]) {
      await workbench.titleAction('Refresh all');
      await traffic.reaches('Resources', before + round);
    }
    assert.equal(traffic.count('Resources'), before + 2);
    await explorer().shows(['Fabrikam Analytics']);
  });

  it('shows everything again when everything is ticked', async () => {
    const { tree, workbench } = explorer();
    await workbench.titleAction('Select subscriptions…');
    for (const name of ['Contoso Production', 'Contoso Sandbox', odd]) {
      assert.equal(await list().isTicked(name), false, name);
      await list().toggle(name);
    }
    await list().confirm();
    await explorer().shows(all);
    await tree.item('Contoso Sandbox').waitFor({ state: 'detached' });
    assert.deepEqual(await tree.roots(), all);
  });

  it('hides a tenant, with its subscriptions, until it is ticked again', async () => {
    const { tree, workbench } = explorer();
    await workbench.runCommand('Synapse: Select accounts and tenants…');
    assert.equal(await list().isTicked('Fabrikam'), true);
    await list().toggle('Fabrikam');
    await list().confirm();
    await tree.item('Fabrikam Analytics').waitFor({ state: 'detached' });
    await explorer().shows(['Contoso Production']);
    await workbench.runCommand('Synapse: Select accounts and tenants…');
    assert.equal(await list().isTicked('Fabrikam'), false);
    await list().toggle('Fabrikam');
    await list().confirm();
    await explorer().shows(all);
  });

  /** The theme is chosen in a list of its own, which closes the one to look at. */
  async function picturesOfTheList(): Promise<void> {
    const { workbench } = explorer();
    await workbench.page.keyboard.press('Escape');
    await picturesInLightAndDark(workbench, 'select-subscriptions', 'list', async () => {
      await workbench.titleAction('Select subscriptions…');
      await list().entry('Contoso Production').waitFor();
    });
  }
});
