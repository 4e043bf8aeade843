import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { contrasts } from './support/contrast.ts';
import { eventually } from './support/eventually.ts';
import { icon, useExplorer } from './support/explorer.ts';
import { cutOff, pictureFile } from './support/looks.ts';
import { notification } from './support/notifications.ts';

const contoso = 'Contoso Production';
const lab = ['Fabrikam Analytics', 'fabrikam-lab'] as const;
const env = { SYNAPSE_EMULATOR_FIREWALL_DELAY: '0' };
const refused = 'The firewall does not let 203.0.113.7 in.';

describe('Firewall rules by mouse and by keyboard', () => {
  const explorer = useExplorer({ env });
  const input = (): Locator => explorer().workbench.quickInput().locator('input.input');
  /** Waits for the question, so that nothing is typed into the one before. */
  const asked = (prompt: string | RegExp): Promise<void> =>
    explorer().workbench.quickInput().getByText(prompt).first().waitFor();
  const pictureOf = (name: string): string => pictureFile('networking', name);

  it('are called out in words and by an icon where they are wide open', async () => {
    const { tree, row } = explorer();
    await tree.reveal(contoso, 'contoso-iot-01', 'Networking', 'Mobile networks');
    await icon(
      row('Firewall rule Mobile networks, wide open: 536,870,912 addresses, 192.0.0.0–223.255.255.255'),
      'warning',
    ).waitFor();
    await tree.reveal(contoso, 'contoso-finance', 'Networking', 'Headquarters');
    await icon(row('Firewall rule AllowAllWindowsAzureIps, Azure services may connect, 0.0.0.0'), 'azure').waitFor();
    await icon(row('Firewall rule Headquarters, 203.0.113.0–203.0.113.255'), 'pass').waitFor();
  });

  it('are added from the palette by keyboard alone, and what is wrong is said while it is typed', async () => {
    const { workbench, row, tree } = explorer();
    const { keyboard } = workbench.page;
    await keyboard.press('F1');
    await input().fill('>Synapse: Add firewall rule…');
    await workbench.option('Synapse: Add firewall rule…').waitFor();
    await keyboard.press('Enter');
    await workbench.quickInput().getByPlaceholder('Select a workspace').waitFor();
    await keyboard.type('contoso-finance');
    await workbench.option('contoso-finance').waitFor();
    await keyboard.press('Enter');
    await asked(/First address/);
    await keyboard.type('198.51.100.300');
    await asked('An IPv4 address has four numbers from 0 to 255: 203.0.113.7');
    await workbench.page.screenshot({ path: pictureOf('refused address') });
    await input().fill('198.51.100.0');
    await keyboard.press('Enter');
    await asked(/Last address/);
    assert.equal(await input().inputValue(), '198.51.100.0');
    await input().fill('198.51.99.255');
    await asked(/must not come before the first one/);
    await input().fill('198.51.100.255');
    await keyboard.press('Enter');
    await asked(/Name of the rule/);
    await input().fill('Headquarters');
    await asked(/has a rule of this name/);
    await input().fill('Branch office');
    await keyboard.press('Enter');
    await workbench.toast('Adding firewall rule Branch office').waitFor();
    await tree.reveal(contoso, 'contoso-finance', 'Networking', 'Branch office');
    await icon(row('Firewall rule Branch office, 198.51.100.0–198.51.100.255, Provisioning'), 'loading').waitFor();
    await icon(row('Firewall rule Branch office, 198.51.100.0–198.51.100.255'), 'pass').waitFor();
    await workbench
      .toast('Firewall rule Branch office is there. It takes about a minute to work, at times a few.')
      .waitFor();
  });

  it('are added wide open only after a question that says what it means', async () => {
    const { workbench, tree, traffic } = explorer();
    const before = traffic.count('IpFirewallRules_CreateOrUpdate');
    await tree.inlineAction(await tree.reveal(contoso, 'contoso-finance', 'Networking'), 'Add firewall rule…');
    await asked(/First address/);
    await workbench.enter('0.0.0.0');
    await asked(/Last address/);
    await workbench.enter('255.255.255.255');
    await workbench.dialog().getByText('Every address on the internet may then reach').waitFor();
    await workbench.screenshot(pictureOf('wide open question'));
    await workbench.answer('Cancel');
    assert.equal(traffic.count('IpFirewallRules_CreateOrUpdate'), before);
  });

  it('are changed by the icon in the row, which begins with the range that is there', async () => {
    const { workbench, tree, row } = explorer();
    const rule = await tree.reveal(contoso, 'contoso-finance', 'Networking', 'Branch office');
    await tree.inlineAction(rule, 'Change range of firewall rule…');
    await asked(/First address/);
    assert.equal(await input().inputValue(), '198.51.100.0');
    await workbench.enter('198.51.100.16');
    await asked(/Last address/);
    assert.equal(await input().inputValue(), '198.51.100.255');
    await workbench.enter('198.51.100.31');
    await row('Firewall rule Branch office, 198.51.100.16–198.51.100.31').waitFor();
    await workbench.toast('Firewall rule Branch office is changed.').waitFor();
  });

  it('are copied, and deleted several at once', async () => {
    const { workbench, tree, copied } = explorer();
    const networking = [contoso, 'contoso-finance', 'Networking'] as const;
    const office = await tree.reveal(...networking, 'Branch office');
    assert.equal(
      await copied(() => workbench.contextMenu(office, 'Copy IP address range')),
      '198.51.100.16-198.51.100.31',
    );
    await office.click();
    const headquarters = await tree.reveal(...networking, 'Headquarters');
    await headquarters.click({ modifiers: ['ControlOrMeta'] });
    await workbench.contextMenu(headquarters, 'Delete firewall rule…');
    await workbench.dialog().getByText('Delete 2 firewall rules?').waitFor();
    await workbench.screenshot(pictureOf('deletion'));
    await workbench.answer('Delete');
    await workbench.toast('Firewall rules are deleted:').waitFor();
    const section = await tree.reveal(...networking);
    await eventually('the two are gone', async () => {
      const left = await tree.children(section);
      return left.join() === 'Public network access,AllowAllWindowsAzureIps' || undefined;
    });
  });

  it('are missed where there are none', async () => {
    const { workbench, tree, row } = explorer();
    const networking = [contoso, 'contoso-serverless', 'Networking'] as const;
    await workbench.contextMenu(await tree.reveal(...networking, 'allowAll'), 'Delete firewall rule…');
    await workbench.answer('Delete');
    await row('No firewall rules: no public address is let in').waitFor();
  });
});

describe('An address that the firewall refuses', () => {
  const explorer = useExplorer({ env });
  const pictureOf = (name: string): string => pictureFile('networking', name);

  before(async () => {
    const { tree } = explorer();
    await tree.reveal(contoso, 'contoso-iot-01', 'Networking', 'Mobile networks');
    await tree.reveal(contoso, 'contoso-people', 'Networking', 'allowAll');
    await tree.reveal(...lab, 'Networking', 'Fabrikam lab office');
    await tree.reveal(...lab, 'Access control', refused);
  });

  for (const [theme, windowClass] of [
    ['Light Modern', 'vs'],
    ['Dark High Contrast', 'hc-black'],
    ['Dark Modern', 'vs-dark'],
  ] as const) {
    it(`and open rules can be read in ${theme}`, async () => {
      const { workbench, tree } = explorer();
      await workbench.switchTheme(theme);
      await workbench.page.locator(`.monaco-workbench.${windowClass}`).waitFor();
      await workbench.screenshot(pictureOf(`tree ${theme}`));
      const rows = tree.tree.locator('.monaco-list-row:not(.selected)');
      const pale = (await contrasts(rows.locator('.custom-view-tree-node-item-icon'))).filter(({ ratio }) => ratio < 3);
      assert.deepEqual(pale, []);
    });
  }

  it('gets a rule from its row, which is read anew as soon as the rule works', async () => {
    const { workbench, tree } = explorer();
    const row = await tree.reveal(...lab, 'Access control', refused);
    await tree.inlineAction(row, 'Add firewall rule for this address…');
    await workbench.quickInput().getByText('Name of the rule for 203.0.113.7, your address as Azure sees it').waitFor();
    await workbench.page.screenshot({ path: pictureOf('name of the rule') });
    await workbench.page.keyboard.press('Enter');
    const waiting = workbench.toast('Waiting for the firewall of workspace fabrikam-lab to let 203.0.113.7 in');
    await waiting.getByText('trying again in 60 seconds').waitFor();
    const news = workbench.toast(/Firewall rule ClientIPAddress_[\d-]+ is there\. It takes about a minute to work/);
    await news.waitFor();
    await workbench.screenshot(pictureOf('waiting'));
    assert.deepEqual(await cutOff(workbench.page.locator('.notification-toast .notification-list-item-message')), []);
    await news.getByRole('button', { name: 'Retry now' }).click();
    await workbench.toast('The firewall of workspace fabrikam-lab lets 203.0.113.7 in now.').waitFor();
    await tree.reveal(...lab, 'Access control', 'Synapse Administrator');
    assert.equal(await tree.item(refused).count(), 0);
  });

  it('says that no rule is needed where it is let in', async () => {
    const { workbench, tree } = explorer();
    const networking = await tree.reveal(contoso, 'contoso-sales', 'Networking');
    await tree.inlineAction(networking, 'Add my IP address to the firewall…');
    await workbench.toast('The firewall of workspace contoso-sales lets this computer’s address in already.').waitFor();
  });

  it('is offered a rule beside a notification', async () => {
    const { workbench, tree, faults } = explorer();
    const body = { code: 'ClientIpAddressNotAuthorized', message: 'Client Ip address : 198.51.100.77' };
    faults.set({ route: 'SqlPools_Pause', times: 1, status: 403, body });
    await workbench.contextMenu(
      await tree.reveal(contoso, 'contoso-sales', 'SQL pools', 'SalesDW'),
      'Pause dedicated SQL pool…',
    );
    await workbench.answer('Pause');
    const toast = workbench.toast('does not let 198.51.100.77 in.');
    await toast.waitFor();
    await workbench.screenshot(pictureOf('notification'));
    await toast.getByRole('button', { name: 'Add firewall rule…' }).click();
    const known = await notification(workbench, 'Firewall rule allowAll is there for 198.51.100.77 already.');
    await known.getByRole('button', { name: 'Retry now' }).click();
    await notification(workbench, 'The firewall of workspace contoso-sales lets 198.51.100.77 in now.');
    faults.set();
  });
});
