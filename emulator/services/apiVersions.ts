/*
 * Which values of api-version each service accepts, the newest documented one first. They are answered alike: between
 * them the members that the emulator serves did not change. Azure's own clients differ in what they send: the Azure
 * CLI asks for Spark pools with 2021-06-01-preview and for role assignments with 2020-08-01-preview (recordings
 * azure-cli.spark_pool.json and azure-cli.access_control.json), SDKs list subscriptions with older versions.
 */
export const synapseManagementVersions = [
  '2021-06-01',
  '2021-06-01-preview',
  '2021-05-01',
  '2021-04-01-preview',
  '2021-03-01',
  '2020-12-01',
  '2019-06-01-preview',
];

export const subscriptionVersions = [
  '2022-12-01',
  '2021-01-01',
  '2020-01-01',
  '2019-11-01',
  '2019-06-01',
  '2018-06-01',
  '2016-06-01',
];

export const resourceGroupVersions = ['2021-04-01', '2022-09-01', '2020-10-01', '2019-10-01'];

export const resourceGraphVersions = ['2022-10-01', '2024-04-01', '2021-03-01'];

/** Scripts and other artifacts; Microsoft's own deployment action (Synapse-workspace-deployment) sends the preview. */
export const artifactVersions = ['2020-12-01', '2019-06-01-preview'];

/** Azure's own roles; SDKs and the Azure CLI send older ones as well. */
export const azureAuthorizationVersions = ['2022-04-01', '2020-04-01-preview', '2018-01-01-preview', '2015-07-01'];

export const accessControlVersions = ['2020-12-01', '2020-08-01-preview'];

/** Only previews have them (table of operations). */
export const kqlVersions = ['2021-11-01-preview', '2021-06-01-preview'];

export const sparkConfigurationVersions = ['2021-06-01-preview', '2021-11-01-preview', '2020-12-01'];
