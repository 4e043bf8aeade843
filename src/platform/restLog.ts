import type * as vscode from 'vscode';
import type { RequestLog } from '../azure/requestLog.ts';

/** Prints each request of the REST service as one line; what failed stands out by its level. */
export function restLog(channel: vscode.LogOutputChannel): RequestLog {
  return {
    request(entry) {
      const { operation, method, host, path, attempt, durationMs, clientRequestId, status, requestId, errorCode } =
        entry;
      const line = [
        `${method} ${host}${path}`,
        status === undefined ? 'no answer' : String(status),
        ...(errorCode === undefined ? [] : [errorCode]),
        `${Math.round(durationMs)} ms`,
        operation,
        ...(attempt > 1 ? [`attempt ${attempt}`] : []),
        `client request id ${clientRequestId}`,
        ...(requestId === undefined ? [] : [`request id ${requestId}`]),
      ].join(' · ');
      if (status === undefined || status >= 400) channel.warn(line);
      else channel.info(line);
    },
  };
}
