import type { Request } from './attempt.ts';
import type { CallOptions, WriteAbout } from './restService.ts';

/** A request that changes something, when it is about to be sent. */
export interface Write {
  /** `operationId` */
  readonly operation: string;
  readonly method: string;
  readonly host: string;
  /** The resource's path, percent-escaped as it is sent. */
  readonly path: string;
  readonly tenantId: string;
  readonly accountId?: string;
  readonly about?: WriteAbout;
}

/** How a change ended; `accepted` says whether the service had taken it on before. */
export type WriteEnd =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'failed'; readonly error: unknown; readonly accepted: boolean }
  /** Nobody waits for it any more; what was accepted goes on. */
  | { readonly outcome: 'left'; readonly accepted: boolean };

export interface OngoingWrite {
  /** The service has taken the change on. */
  accepted(requestId: string | undefined): void;
  ended(end: WriteEnd): void;
}

/** Told of every change; platform/ keeps account of them. */
export type WriteObserver = (write: Write) => OngoingWrite;

/**
 * Runs a request and tells the observer how it goes.
 * @throws what the task throws
 */
export async function observed<T>(
  observer: WriteObserver | undefined,
  request: Request,
  { about, signal }: Pick<CallOptions, 'about' | 'signal'>,
  task: (accepted: (requestId: string | undefined) => void) => Promise<T>,
): Promise<T> {
  if (!observer) return await task(() => undefined);
  const ongoing = observer(writeOf(request, about));
  let accepted = false;
  try {
    const result = await task((requestId) => {
      accepted = true;
      ongoing.accepted(requestId);
    });
    ongoing.ended({ outcome: 'done' });
    return result;
  } catch (error) {
    if (signal?.aborted === true) ongoing.ended({ outcome: 'left', accepted });
    else if (about?.alreadySo?.(error) === true) ongoing.ended({ outcome: 'done' });
    else ongoing.ended({ outcome: 'failed', error, accepted });
    throw error;
  }
}

function writeOf({ operation, method, url, tenantId, accountId }: Request, about: WriteAbout | undefined): Write {
  return {
    operation: operation.id,
    method,
    host: url.host,
    path: url.pathname,
    tenantId,
    ...(accountId !== undefined && { accountId }),
    ...(about !== undefined && { about }),
  };
}
