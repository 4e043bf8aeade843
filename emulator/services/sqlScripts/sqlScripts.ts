import type { Reply } from '../../http/exchange.ts';
import { route, type Call, type Route } from '../../http/routes.ts';
import type { SqlScript } from '../../store/sqlScripts.ts';
import { permitted } from '../accessControl/rights.ts';
import { artifactVersions } from '../apiVersions.ts';
import { pageSizeOf, type Context } from '../context.ts';
import { nextLink, pageStart } from '../resourceManager/paging.ts';
import { isKnown } from '../../resources/etags.ts';
import { RunningWrites } from '../../longRunning/runningWrites.ts';
import { deletion } from './scriptDeletion.ts';
import { scriptDocument, scriptList } from './scriptBodies.ts';
import { unreadableScript } from './scriptErrors.ts';
import { renaming } from './scriptRenaming.ts';
import { publication } from './scriptPublication.ts';

const all = '/sqlScripts';
const one = '/sqlScripts/{sqlScriptName}';

/** Specification `sqlScripts.json`; who answers what and when: recordings azure-cli.sqlscript, azure-sdk-for-net.sqlscript. */
export function sqlScriptRoutes(context: Context): Route[] {
  const common = { service: 'workspace', apiVersions: artifactVersions } as const;
  const running = new RunningWrites(context.unverified);

  /** One page, unless the emulator is told to make smaller ones. */
  function list(call: Call): Reply {
    const workspace = permitted(call, context, 'artifacts/read');
    const scripts: readonly SqlScript[] = [...workspace.sqlScripts()];
    const from = pageStart(call.request);
    const to = from + pageSizeOf(context, Infinity);
    const base = call.request.addressed.urls.workspace(workspace.name);
    const more = to < scripts.length ? nextLink(call.request, base, to) : undefined;
    return { status: 200, body: scriptList(workspace, scripts.slice(from, to), more) };
  }

  function get(call: Call<'sqlScriptName'>): Reply {
    const workspace = permitted(call, context, 'artifacts/read');
    const { sqlScriptName } = call.parameters;
    const script = workspace.sqlScripts().get(sqlScriptName);
    if (script === undefined) throw unreadableScript(workspace, sqlScriptName);
    if (isKnown(call.request, script, context.unverified)) return { status: 304 };
    return { status: 200, body: scriptDocument(workspace, script) };
  }

  return [
    route({
      ...common,
      operationId: 'SqlScript_GetSqlScriptsByWorkspace',
      method: 'GET',
      path: all,
      handle: list,
    }),
    route({ ...common, operationId: 'SqlScript_GetSqlScript', method: 'GET', path: one, handle: get }),
    route({
      ...common,
      operationId: 'SqlScript_CreateOrUpdateSqlScript',
      method: 'PUT',
      path: one,
      handle: publication(context, running),
    }),
    route({
      ...common,
      operationId: 'SqlScript_DeleteSqlScript',
      method: 'DELETE',
      path: one,
      handle: deletion(context, running),
    }),
    route({
      ...common,
      operationId: 'SqlScript_RenameSqlScript',
      method: 'POST',
      path: `${one}/rename`,
      handle: renaming(context, running),
    }),
  ];
}
