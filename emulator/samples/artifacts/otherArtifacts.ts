import { activity, notebook, pipeline, schedule, sparkJobDefinition, type SampleArtifacts } from './shapes.ts';

/** In Git mode: what is published. */
export function financeArtifacts(): SampleArtifacts {
  return {
    notebooks: { 'Close of month': notebook({ pool: 'forecast', folder: 'Close' }, 'spark.sql("SELECT 1")') },
    pipelines: {
      'Close of month': pipeline(
        { folder: 'Close' },
        activity('Wait', 'Wait for the books', { waitTimeInSeconds: 30 }),
      ),
    },
    triggers: {
      'First of the month': schedule('Started', { frequency: 'Month', interval: 1 }, { 'Close of month': {} }),
    },
  };
}

/** Behind a managed network. */
export function peopleArtifacts(): SampleArtifacts {
  const storage =
    '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-hr/providers/Microsoft.Storage/storageAccounts/contosohr';
  const endpoint = (groupId: string, status: string): object => ({
    privateLinkResourceId: storage,
    groupId,
    fqdns: [`contosohr.${groupId}.core.windows.net`],
    connectionState: { status, description: '', actionsRequired: '' },
    isReserved: false,
  });
  return {
    managedPrivateEndpoints: {
      'contoso-people-storage': endpoint('dfs', 'Approved'),
      'contoso-people-blob': endpoint('blob', 'Pending'),
    },
  };
}

/** Names and texts that are legal and odd. */
export function researchArtifacts(): SampleArtifacts {
  return {
    notebooks: {
      'Größe & Übergang (1).ipynb': notebook(
        { pool: 'Genomes2024', folder: 'Ünïcode/陈美' },
        'print("<b>ünïcode</b>")',
      ),
      '100% of #1? yes': notebook({}, '# A name that has to be escaped'),
    },
    sparkJobDefinitions: {
      'Align reads': sparkJobDefinition('Genomes2024', 'abfss://genomes@research.dfs.core.windows.net/jobs/align.jar', {
        language: 'scala',
      }),
    },
  };
}

/** May be read and no more. */
export function logisticsArtifacts(): SampleArtifacts {
  return {
    notebooks: { 'Route planning': notebook({ folder: 'Routes' }, 'print("routes")') },
    pipelines: { 'Load routes': pipeline({}, activity('Wait', 'Wait', { waitTimeInSeconds: 5 })) },
    triggers: { 'Every day': schedule('Stopped', { frequency: 'Day', interval: 1 }, { 'Load routes': {} }) },
  };
}
