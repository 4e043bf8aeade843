import type { Reply } from '../../http/exchange.ts';
import type { Call } from '../../http/routes.ts';
import type { ErrorDetail } from '../../http/serviceError.ts';
import type { SqlScript } from '../../store/sqlScripts.ts';
import { permitted } from '../accessControl/rights.ts';
import { acceptedArtifact, operationScope } from '../artifacts/artifactOperations.ts';
import type { Context } from '../context.ts';
import { isExpected } from '../../resources/etags.ts';
import type { RunningWrites } from '../../longRunning/runningWrites.ts';
import { scriptDocument, scriptId, scriptRecord } from './scriptBodies.ts';
import { putProperties } from './scriptContent.ts';
import { busy, scriptError } from './scriptErrors.ts';
import { requireScriptName } from './scriptNames.ts';

const mismatch: ErrorDetail = {
  code: 'PreconditionFailed',
  message: 'The condition of If-Match is not met: the script has changed.',
};

/** PUT: creates a script or replaces one as a whole. What is put is seen when its operation has ended, and not before. */
export function publication(context: Context, running: RunningWrites): (call: Call<'sqlScriptName'>) => Reply {
  const { clock, operations, scriptSizeLimit, unverified } = context;

  return (call) => {
    const workspace = permitted(call, context, 'sqlScripts/write');
    const { sqlScriptName } = call.parameters;
    requireScriptName(sqlScriptName, workspace, unverified);
    const properties = putProperties(call.request, scriptSizeLimit);
    const scripts = workspace.sqlScripts();
    const existing = scripts.get(sqlScriptName);
    if (existing !== undefined && existing.name !== sqlScriptName && unverified['other-case'] === 'conflict') {
      const message = `The name '${sqlScriptName}' is taken: there is a script '${existing.name}'.`;
      throw scriptError(409, 'Conflict', message, workspace, existing.name);
    }
    const failsLater = unverified['if-match'] === 'fail-later';
    const isOverdue = (now: SqlScript | undefined): boolean =>
      unverified['if-match'] !== 'ignore' && !isExpected(call.request, now, unverified);
    if (!failsLater && isOverdue(existing)) {
      const [status, code] =
        unverified['if-match'] === 'conflict' ? ([409, 'Conflict'] as const) : ([412, mismatch.code] as const);
      throw scriptError(status, code, mismatch.message, workspace, sqlScriptName);
    }
    const record =
      existing === undefined ? scripts.newRecord(sqlScriptName, clock()) : { ...existing, changed: clock() };
    const after = running.admit([scriptId(workspace, record.name)], busy(workspace, record.name));
    let stored: SqlScript | undefined;
    const operation = operations.start({
      scopePath: operationScope(workspace),
      after,
      fails: call.operationFails,
      obstacle: () => (failsLater && isOverdue(scripts.get(record.name)) ? mismatch : undefined),
      // By then another operation may have created it.
      succeeded: () => {
        stored = scripts.put(scripts.get(record.name) ?? record, properties, operation.endTime);
      },
      failed: () => undefined,
      result: () => ({ status: 200, ...(stored && { body: scriptDocument(workspace, stored) }) }),
    });
    running.started(operation, [scriptId(workspace, record.name)]);
    const body = scriptRecord(workspace, record, existing === undefined ? 'Creating' : 'Updating', operation);
    return acceptedArtifact(operation, { call, workspace, body, retryAfter: operations.retryAfter });
  };
}
