import type { Reply } from '../../http/exchange.ts';
import type { Call } from '../../http/routes.ts';
import type { ErrorDetail } from '../../http/serviceError.ts';
import type { SqlScript, SqlScripts } from '../../store/sqlScripts.ts';
import { permitted } from '../accessControl/rights.ts';
import { acceptedArtifact, operationScope } from '../artifacts/artifactOperations.ts';
import type { Context } from '../context.ts';
import { objectBody, stringMember } from '../requestBody.ts';
import type { RunningWrites } from '../../longRunning/runningWrites.ts';
import { scriptDocument, scriptId, scriptRecord } from './scriptBodies.ts';
import { busy, scriptError, scriptNotFound } from './scriptErrors.ts';
import { requireScriptName } from './scriptNames.ts';

/** POST …/rename with `newName`; the document stays, its etag does not (recorded). */
export function renaming(context: Context, running: RunningWrites): (call: Call<'sqlScriptName'>) => Reply {
  const { clock, operations, unverified } = context;
  const overwrites = unverified['rename-onto'] === 'overwrite';

  return (call) => {
    const workspace = permitted(call, context, 'sqlScripts/write');
    const { sqlScriptName } = call.parameters;
    const newName = stringMember(objectBody(call.request), 'newName') ?? '';
    requireScriptName(newName, workspace, unverified);
    const scripts = workspace.sqlScripts();
    const script = scripts.get(sqlScriptName);
    if (script === undefined) throw scriptNotFound(workspace, sqlScriptName);
    const taken = overwrites ? undefined : takenBy(scripts, script.name, newName);
    if (taken !== undefined) {
      const status = unverified['rename-onto'] === 'bad-request' ? 400 : 409;
      throw scriptError(status, status === 400 ? 'BadRequest' : 'Conflict', taken.message, workspace, newName);
    }
    const ids = [script.name, newName].map((name) => scriptId(workspace, name));
    const after = running.admit(ids, (id) => busy(workspace, id === ids[0] ? script.name : newName)());
    let renamed: SqlScript | undefined;
    const operation = operations.start({
      scopePath: operationScope(workspace),
      after,
      fails: call.operationFails,
      // What ran at the same time may have taken away the one or made the other.
      obstacle: () => {
        if (scripts.get(script.name) === undefined) {
          return { code: 'NotFound', message: `There is no script '${script.name}' any more.` };
        }
        return overwrites ? undefined : takenBy(scripts, script.name, newName);
      },
      succeeded: () => {
        const last = scripts.get(script.name) ?? script;
        scripts.delete(script.name);
        renamed = scripts.put({ ...last, name: newName }, last.properties, operation.endTime);
      },
      failed: () => undefined,
      result: () => ({ status: 200, ...(renamed && { body: scriptDocument(workspace, renamed) }) }),
    });
    running.started(operation, ids);
    const body = scriptRecord(workspace, { ...script, changed: clock() }, 'Renaming', operation);
    return acceptedArtifact(operation, { call, workspace, body, retryAfter: operations.retryAfter });
  };
}

/** A script may get its own name in another case. */
function takenBy(scripts: SqlScripts, name: string, newName: string): ErrorDetail | undefined {
  const other = scripts.get(newName);
  if (other === undefined || other.name.toLowerCase() === name.toLowerCase()) return undefined;
  return { code: 'Conflict', message: `The name '${newName}' is taken: there is a script '${other.name}'.` };
}
