import assert from 'node:assert/strict';
import { accessControlClient, allOf, refused, sample, synapseClient } from './clients.ts';
import type { Scenarios } from './signIn.ts';

const { resourceGroup, workspace } = sample;

export const firewallScenarios: Scenarios = {
  'a firewall rule is made, changed and deleted': async (signIn) => {
    const { ipFirewallRules } = await synapseClient(signIn);
    const name = 'Made by a real client';
    const made = await ipFirewallRules.beginCreateOrUpdateAndWait(resourceGroup, workspace, name, {
      startIpAddress: '198.51.100.0',
      endIpAddress: '198.51.100.255',
    });
    assert.equal(made.provisioningState, 'Succeeded');
    await ipFirewallRules.beginCreateOrUpdateAndWait(resourceGroup, workspace, name, {
      startIpAddress: '198.51.100.7',
      endIpAddress: '198.51.100.7',
    });
    const read = await ipFirewallRules.get(resourceGroup, workspace, name);
    assert.deepEqual([read.startIpAddress, read.endIpAddress], ['198.51.100.7', '198.51.100.7']);
    const names = (await allOf(ipFirewallRules.listByWorkspace(resourceGroup, workspace))).map((rule) => rule.name);
    assert.ok(names.includes(name));
    await ipFirewallRules.beginDeleteAndWait(resourceGroup, workspace, name);
    await assert.rejects(ipFirewallRules.get(resourceGroup, workspace, name), refused(404, 'IpFirewallRuleNotFound'));
  },

  'firewall rules decide whom the workspace lets in': async (signIn) => {
    const { ipFirewallRules } = await synapseClient(signIn);
    const { roleDefinitions } = await accessControlClient(signIn);
    const replaceBy = async (startIpAddress: string, endIpAddress: string): Promise<void> => {
      await ipFirewallRules.beginReplaceAllAndWait(resourceGroup, workspace, {
        ipFirewallRules: { only: { startIpAddress, endIpAddress } },
      });
    };
    await replaceBy('198.51.100.7', '198.51.100.7');
    await assert.rejects(roleDefinitions.listScopes(), (error: unknown) => {
      refused(403, 'ClientIpAddressNotAuthorized')(error);
      assert.match(String(error), /Client Ip address : 203\.0\.113\.7/);
      return true;
    });
    await replaceBy('0.0.0.0', '255.255.255.255');
    await roleDefinitions.listScopes();
  },
};
