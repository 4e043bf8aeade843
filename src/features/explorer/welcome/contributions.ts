import { contributions } from '../../../platform/contributions/declarations.ts';
import { viewId } from '../contributions.ts';

const connected = 'synapse.connection == connected';
const signIn = '[Sign in to Azure](command:synapse.signIn)';
const sample = '[Open the sample](command:synapse.openSample)';
const refresh = '[Refresh](command:synapse.refresh)';
const showLog = '[Show log](command:synapse.showLog)';

/** What the view says when it has no rows. The two context keys are told by `Connections` and `whyEmpty.ts`. */
export const welcomeContributions = contributions({
  welcome: [
    {
      view: viewId,
      contents: `Sign in to see the Azure Synapse workspaces that you can use.\n${signIn}\nNo Azure account at hand? The sample runs on this computer.\n${sample}\nNew here? [Take the tour](command:synapse.openWalkthrough).`,
      when: 'synapse.connection == signedOut',
    },
    // Links within a text: what shows for a moment at each start shall not be buttons.
    {
      view: viewId,
      contents: `Connecting… [Cancel](command:synapse.disconnect), or ${showLog}.`,
      when: 'synapse.connection == connecting',
    },
    {
      view: viewId,
      contents: `Looking for workspaces… ${showLog}, or [disconnect](command:synapse.disconnect).`,
      when: `${connected} && !synapse.empty`,
    },
    {
      view: viewId,
      contents: `The connection did not work. The log says why.\n[Try again](command:synapse.signIn)\n${sample}\n${showLog}, [choose another credential](command:synapse.chooseCredential), or [copy diagnostics](command:synapse.showDiagnostics) for those who help.`,
      when: 'synapse.connection == failed',
    },
    {
      view: viewId,
      contents: `Your tenants want you to sign in before they show anything.\n[Sign in to tenants…](command:synapse.signInToTenants)\n[Select accounts and tenants…](command:synapse.selectTenants)\n${showLog}, or [choose another credential](command:synapse.chooseCredential).`,
      when: `${connected} && synapse.empty == signIn`,
    },
    {
      view: viewId,
      contents: `No subscription that this account can see has been found. Ask for access to one, or use another account.\n[Add an account…](command:synapse.addAccount)\n${sample}\n${refresh}, or [select accounts and tenants](command:synapse.selectTenants).`,
      when: `${connected} && synapse.empty == noSubscriptions`,
    },
    {
      view: viewId,
      contents: `The accounts, tenants and subscriptions that you chose hold no workspace.\n[Show all of them](command:synapse.showEverything)\n[Select subscriptions…](command:synapse.selectSubscriptions)\n[Select accounts and tenants…](command:synapse.selectTenants)`,
      when: `${connected} && synapse.empty == hidden`,
    },
    {
      view: viewId,
      contents: `There is no Synapse workspace in the subscriptions that you can see.\n[Show subscriptions without workspaces](command:synapse.showEmptySubscriptions)\n${refresh}\n[How to create a workspace](https://learn.microsoft.com/azure/synapse-analytics/quickstart-create-workspace)\nNew workspaces take a minute to be found. [Select accounts and tenants](command:synapse.selectTenants) to look elsewhere.`,
      when: `${connected} && synapse.empty == noWorkspaces`,
    },
  ],
});
