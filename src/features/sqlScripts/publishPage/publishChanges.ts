import type { ScriptChanges, SqlScript } from '../scripts/sqlScript.ts';
import { tidyFolder } from '../publishing/words.ts';
import type { PublishedFacts, PublishForm } from './contract.ts';
import { builtIn } from './publishForm.ts';

/** What a script is connected to and so on, as the form shows it. */
export function factsOf({ folder, connection, description, resultLimit }: SqlScript): PublishedFacts {
  return {
    folder,
    pool: connection.poolName ?? (connection.type === 'SqlPool' ? '' : builtIn),
    database: connection.databaseName ?? '',
    description,
    ...(resultLimit !== undefined && { resultLimit }),
  };
}

/** The change that publishing makes to a script's document: only what was touched, and the text. */
export function changesOf(form: PublishForm, query: string): ScriptChanges {
  const { folder, pool, database, description, resultLimit } = form;
  return {
    query,
    ...(folder !== undefined && { folder: tidyFolder(folder) }),
    ...((pool !== undefined || database !== undefined) && {
      connection: {
        ...(pool !== undefined && { type: pool === builtIn ? 'SqlOnDemand' : 'SqlPool', poolName: pool }),
        ...(database !== undefined && { databaseName: database }),
      },
    }),
    ...(description !== undefined && { description }),
    ...(resultLimit !== undefined && { resultLimit }),
  };
}
