import { ExactSqlScripts } from '../../../api/synapse/exactSqlScripts.ts';
import { AzureError } from '../../../azure/azureError.ts';
import type { Clock } from '../../../azure/clock.ts';
import { type ExactDocument, exactText } from '../../../azure/exactJson.ts';
import { defaultRetryPolicy, silentWaitMs } from '../../../azure/retry.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import { saysTheSame } from './sameScript.ts';
import { type PutOptions, ScriptConflict } from './scriptStore.ts';
import { readScript, type SqlScript } from './sqlScript.ts';

export interface PutParts {
  readonly place: InWorkspace;
  readonly clock: Clock;
  /** What is published now; undefined when there is no such script. */
  readonly look: (name: string, signal: AbortSignal | undefined) => Promise<SqlScript | undefined>;
  /** The same, for a script that must be there. @throws AzureError with status 404 when it is not */
  readonly read: (name: string, signal: AbortSignal | undefined) => Promise<SqlScript>;
}

const mostAttempts = 4;
const firstWaitMs = 1_000;

/**
 * Publishes a document and follows that to its end. Where the answer was lost or the service failed, what is published
 * tells whether the document had arrived; only when it has not, and was not accepted either, it is sent again.
 *
 * @returns the published script, as the operation's result or a fresh reading has it
 * @throws ScriptConflict, AzureError, or the reason of the aborted signal
 */
export async function putScript(
  { place, clock, look, read }: PutParts,
  name: string,
  document: ExactDocument,
  options: PutOptions,
): Promise<SqlScript> {
  const { connection, workspace } = place;
  const { ifMatch, signal, onState, onThrottled, about } = options;
  const sent = readScript({ ...document, name });
  const parameters = {
    ...workspace,
    sqlScriptName: name,
    body: exactText(writable(document, name)),
    ...(ifMatch !== undefined && { headers: { 'If-Match': ifMatch } }),
  };
  const seen = { accepted: false };
  for (let attempt = 1; ; attempt++) {
    try {
      const result = await connection.rest.run(ExactSqlScripts.createOrUpdate, parameters, {
        about,
        ...(signal && { signal }),
        ...(onThrottled && { onThrottled }),
        onState: (state) => {
          seen.accepted = true;
          onState?.(state);
        },
      });
      const script = result && readScript(result);
      return script?.etag === undefined ? await read(name, signal) : script;
    } catch (error) {
      if (!(error instanceof AzureError) || signal?.aborted === true) throw error;
      if (!isDoubtful(error) && !isConflict(error)) throw error;
      const published = await look(name, signal).catch(() => {
        throw error;
      });
      const arrived =
        (seen.accepted || attempt > 1 || isDoubtful(error)) && published && sent && saysTheSame(published, sent);
      if (arrived === true && error.reason !== 'operationFailed') return published;
      if (isConflict(error)) throw conflictOf(error, name, ifMatch, published);
      if (seen.accepted || attempt === mostAttempts) throw error;
      if (ifMatch !== undefined && published?.etag !== ifMatch) throw new ScriptConflict(name, published);
      const asked = (error.retryAfterSeconds ?? 0) * 1000;
      // As for every other request: nobody waits for long, or for a while without being told.
      if (asked > defaultRetryPolicy.longestWaitMs) throw error;
      const wait = Math.max(asked, firstWaitMs * 2 ** (attempt - 1));
      if (wait > silentWaitMs) {
        onThrottled?.({ operation: ExactSqlScripts.createOrUpdate.id, seconds: Math.ceil(wait / 1000) });
      }
      await clock.sleep(wait, signal);
    }
  }
}

/** The document without what only the service writes (`readOnly` in the specification sqlScripts.json). */
function writable(document: ExactDocument, name: string): ExactDocument {
  const { id: _id, type: _type, etag: _etag, ...rest } = document;
  return { ...rest, name };
}

/** Whether nobody knows what has become of the request. */
function isDoubtful({ reason, status }: AzureError): boolean {
  return (
    reason === 'network' ||
    reason === 'unreadable' ||
    (reason === 'refused' && (status === 408 || (status ?? 0) >= 500))
  );
}

/** What a mismatch of etags looks like is not documented: at once or, since the PUT is asynchronous, as its failure. */
function isConflict({ reason, status }: AzureError): boolean {
  return status === 409 || status === 412 || reason === 'operationFailed';
}

function conflictOf(
  error: AzureError,
  name: string,
  ifMatch: string | undefined,
  published: SqlScript | undefined,
): Error {
  const changed = ifMatch !== undefined && published?.etag !== ifMatch;
  return changed || error.status === 412 ? new ScriptConflict(name, published, error) : error;
}
