import type { SampleScript } from '../../store/sqlScripts.ts';

/** What a script runs on. */
export interface Target {
  readonly pool: string;
  readonly database: string;
}

export const serverless: Target = { pool: 'Built-in', database: 'master' };

export interface ScriptValues {
  readonly folder?: string;
  readonly description?: string;
  /** Absent: the script has no connection. */
  readonly target?: Target;
  /** Rows; -1 for all. */
  readonly resultLimit?: number;
}

/** As Synapse Studio writes it (recording azure-sdk-for-net.sqlscript.excerpt.json): the connection has no type. */
export function byStudio(name: string, query: string, values: ScriptValues = {}): SampleScript {
  const { folder, description, target, resultLimit } = values;
  return script(name, {
    ...(folder !== undefined && { folder: { name: folder } }),
    ...(description !== undefined && { description }),
    content: {
      query,
      metadata: { language: 'sql' },
      ...(target && { currentConnection: { databaseName: target.database, poolName: target.pool } }),
      ...(resultLimit !== undefined && { resultLimit }),
    },
    type: 'SqlQuery',
  });
}

/** As `az synapse sql-script create` writes it (recording azure-cli.sqlscript.json). */
export function byAzureCli(name: string, query: string, folder: string, target = serverless): SampleScript {
  const type = target.pool === 'Built-in' ? 'SqlOnDemand' : 'SqlPool';
  return script(name, {
    type: 'SqlQuery',
    content: {
      query,
      currentConnection: { type, poolName: target.pool, databaseName: target.database },
      resultLimit: 5000,
      metadata: { language: 'sql' },
    },
    folder: { name: folder },
  });
}

function script(name: string, properties: object): SampleScript {
  return { name, properties: JSON.stringify(properties) };
}
