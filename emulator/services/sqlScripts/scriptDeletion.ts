import type { Reply } from '../../http/exchange.ts';
import type { Call } from '../../http/routes.ts';
import { permitted } from '../accessControl/rights.ts';
import { acceptedArtifact, operationScope } from '../artifacts/artifactOperations.ts';
import type { Context } from '../context.ts';
import type { RunningWrites } from '../../longRunning/runningWrites.ts';
import { scriptId, scriptRecord } from './scriptBodies.ts';
import { busy, scriptNotFound } from './scriptErrors.ts';

/** DELETE; its result is an empty body. */
export function deletion(context: Context, running: RunningWrites): (call: Call<'sqlScriptName'>) => Reply {
  const { operations, unverified } = context;

  return (call) => {
    const workspace = permitted(call, context, 'sqlScripts/delete');
    const { sqlScriptName } = call.parameters;
    const scripts = workspace.sqlScripts();
    const script = scripts.get(sqlScriptName);
    const name = script?.name ?? sqlScriptName;
    const after = running.admit([scriptId(workspace, name)], busy(workspace, name));
    // One that is still being made is not missing.
    if (script === undefined && after === undefined) {
      if (unverified['delete-missing'] === 'no-content') return { status: 204 };
      if (unverified['delete-missing'] === 'not-found') throw scriptNotFound(workspace, sqlScriptName);
    }
    const operation = operations.start({
      scopePath: operationScope(workspace),
      after,
      fails: call.operationFails,
      succeeded: () => scripts.delete(name),
      failed: () => undefined,
      result: () => ({ status: 200 }),
    });
    running.started(operation, [scriptId(workspace, name)]);
    return acceptedArtifact(operation, {
      call,
      workspace,
      body: scriptRecord(workspace, { name }, 'Deleting', operation),
    });
  };
}
