import { JsonText } from '../../http/jsonText.ts';
import type { Operation } from '../../longRunning/operations.ts';
import type { Workspace } from '../../store/model.ts';
import type { ScriptRecord, SqlScript } from '../../store/sqlScripts.ts';
import { workspaceId } from '../resourceManager/resourceIds.ts';

/*
 * Scripts as the service answers them: members and their order as in the recordings azure-cli.sqlscript.json and
 * azure-sdk-for-net.sqlscript.excerpt.json.
 */

/** In small letters, the name unescaped. */
export function scriptId(workspace: Workspace, name: string): string {
  return `${workspaceId(workspace)}/sqlscripts/${name}`;
}

/** One script. The ETag is in the body; no header has it. */
export function scriptDocument(workspace: Workspace, script: SqlScript): JsonText {
  return documentOf({ ...head(workspace, script), properties: script.properties, etag: JSON.stringify(script.etag) });
}

/** A page of the list: whole documents, the query text included. */
export function scriptList(workspace: Workspace, scripts: readonly SqlScript[], nextLink?: string): JsonText {
  const items = scripts.map(
    (script) =>
      documentOf({ ...head(workspace, script), etag: JSON.stringify(script.etag), properties: script.properties }).text,
  );
  const more = nextLink !== undefined && { nextLink: JSON.stringify(nextLink) };
  return documentOf({ value: `[${items.join(',')}]`, ...more });
}

/** What a change is accepted with, and half empty for a deletion. Here the id's type has its capital. */
export function scriptRecord(
  workspace: Workspace,
  record: ScriptRecord | { readonly name: string },
  state: 'Creating' | 'Updating' | 'Renaming' | 'Deleting',
  { id: operationId }: Operation,
): object {
  const { name } = record;
  const kept = 'recordId' in record ? record : undefined;
  return {
    id: `${workspaceId(workspace)}/sqlScripts/${name}`,
    recordId: kept?.recordId ?? 0,
    state,
    created: kept === undefined ? noTime : timeOf(kept.created),
    changed: kept === undefined ? noTime : timeOf(kept.changed),
    type: 'SqlScript',
    name,
    operationId,
    ...(kept && { artifactId: kept.artifactId }),
  };
}

const noTime = '0001-01-01T00:00:00';

/** With seven decimals, as recorded. */
function timeOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', '0000Z');
}

function head(workspace: Workspace, { name }: SqlScript): Readonly<Record<'id' | 'name' | 'type', string>> {
  return {
    id: JSON.stringify(scriptId(workspace, name)),
    name: JSON.stringify(name),
    type: '"Microsoft.Synapse/workspaces/sqlscripts"',
  };
}

/** @param members JSON text by name */
function documentOf(members: Readonly<Record<string, string>>): JsonText {
  return new JsonText(
    `{${Object.entries(members)
      .map(([name, value]) => `"${name}":${value}`)
      .join(',')}}`,
  );
}
