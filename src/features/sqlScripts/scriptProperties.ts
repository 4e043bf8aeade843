import { SqlScripts } from '../../api/synapse/sqlScripts.generated.ts';
import type { PropertiesReader } from '../resources/public.ts';
import { SqlScriptKind } from './contributions.ts';
import { placeOf } from './files/places.ts';
import { splitScriptId } from './scripts/scriptId.ts';

export const scriptProperties: PropertiesReader = {
  kind: SqlScriptKind,
  read: async (connection, { id, ...identity }, signal) => {
    const { workspaceId, name } = splitScriptId(id) ?? {};
    if (workspaceId === undefined || name === undefined)
      throw new TypeError(`${JSON.stringify(id)} names no SQL script.`);
    const { workspace } = await placeOf(connection, { ...identity, workspaceId });
    return await connection.rest.call(SqlScripts.get, { ...workspace, sqlScriptName: name }, { signal });
  },
};
