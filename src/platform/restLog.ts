import type * as vscode from 'vscode';
import type { RequestLog } from '../azure/requestLog.ts';
import type { RecentErrors } from './recentErrors.ts';

/** Prints each request of the REST service as one line; what failed stands out by its level. */
export function restLog(channel: vscode.LogOutputChannel, recent: RecentErrors): RequestLog {
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
      if (status !== undefined && status < 400) {
        channel.info(line);
        return;
      }
      channel.warn(line);
      recent.add(line);
    },
  };
}
