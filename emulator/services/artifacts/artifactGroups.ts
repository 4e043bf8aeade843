import type { ResourceGroup } from '../../resources/group.ts';
import { anyName, matching } from '../../resources/names.ts';
import type { Workspace } from '../../store/model.ts';
import { kqlVersions, sparkConfigurationVersions } from '../apiVersions.ts';
import { keepsStarted, pipelineTriggers } from '../triggers/triggerActions.ts';
import { artifactGroup } from './artifactGroup.ts';
import { factoryDialect, notebookDialect, specifiedDialect } from './artifactDialects.ts';
import { notebookRewrite, publishedAt, secretRewrite } from './artifactProperties.ts';
import { notebookSummary } from './notebookSummary.ts';
import { keepsManaged, managedCredentials, managedLinkedServices } from './managedArtifacts.ts';

/*
 * The types of artifacts that are documents: their operations, rights, required members and peculiarities. SQL scripts, which
 * were there first, have files of their own.
 */

/** Names of credentials: specification `credential.json`. */
const credentialName = matching(
  /^([_A-Za-z0-9]|([_A-Za-z0-9][-_A-Za-z0-9]{0,125}[_A-Za-z0-9]))$/,
  'must have 1 to 127 letters, digits, - and _, and neither begin nor end with -.',
);

export const notebooks: ResourceGroup<Workspace> = artifactGroup({
  type: 'notebooks',
  record: 'Notebook',
  needed: ['metadata', 'nbformat', 'nbformat_minor', 'cells'],
  names: anyName,
  dialect: notebookDialect,
  results: 'notebookOperationResults',
  rewrite: () => notebookRewrite,
  groupActions: [notebookSummary(() => notebooks)],
});

export const pipelines = artifactGroup({
  type: 'pipelines',
  record: 'Pipeline',
  needed: [],
  rewrite: publishedAt,
});

export const triggers = artifactGroup({
  type: 'triggers',
  record: 'Trigger',
  needed: ['type'],
  renames: false,
  ...pipelineTriggers,
  keeps: keepsStarted,
});

export const datasets = artifactGroup({ type: 'datasets', record: 'Dataset', needed: ['type', 'linkedServiceName'] });

export const dataFlows = artifactGroup({
  type: 'dataFlows',
  record: 'DataFlow',
  needed: ['type'],
  dialect: specifiedDialect('DataFlow'),
});

export const linkedServices = artifactGroup({
  type: 'linkedServices',
  record: 'LinkedService',
  needed: ['type'],
  read: 'read',
  rewrite: () => secretRewrite,
  own: managedLinkedServices,
  keeps: keepsManaged('linked service', managedLinkedServices),
});

export const credentials = artifactGroup({
  type: 'credentials',
  record: 'Credential',
  needed: ['type'],
  names: credentialName,
  dialect: specifiedDialect('Credential'),
  read: 'read',
  renames: false,
  ids: {
    list: 'Credential_ListByWorkspace',
    get: 'Credential_Get',
    put: 'Credential_CreateOrUpdate',
    remove: 'Credential_Delete',
    rename: '',
  },
  own: managedCredentials,
  keeps: keepsManaged('credential', managedCredentials),
});

export const sparkJobDefinitions = artifactGroup({
  type: 'sparkJobDefinitions',
  record: 'SparkJobDefinition',
  needed: ['targetBigDataPool', 'jobProperties'],
  names: anyName,
});

export const kqlScripts = artifactGroup({
  type: 'kqlScripts',
  record: 'KqlScript',
  shown: 'kqlScripts',
  needed: [],
  // Their specification knows no etags.
  dialect: { ...factoryDialect('KqlScript'), etags: false },
  names: anyName,
  apiVersions: kqlVersions,
  ids: {
    list: 'KqlScripts_GetAll',
    get: 'KqlScript_GetByName',
    put: 'KqlScript_CreateOrUpdate',
    remove: 'KqlScript_DeleteByName',
    rename: 'KqlScript_Rename',
  },
});

export const sparkConfigurations = artifactGroup({
  type: 'sparkConfigurations',
  record: 'SparkConfiguration',
  needed: ['configs'],
  names: anyName,
  dialect: specifiedDialect('SparkConfiguration'),
  apiVersions: sparkConfigurationVersions,
});
