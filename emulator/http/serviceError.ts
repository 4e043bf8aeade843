import type { Reply } from './exchange.ts';

export interface ErrorDetail {
  readonly code: string;
  readonly message: string;
}

interface ServiceErrorOptions {
  readonly details?: readonly ErrorDetail[];
  readonly headers?: Readonly<Record<string, string>>;
  /** `{code, message}` without the `error` around it: what the development endpoint answers outside of RBAC. */
  readonly flat?: boolean;
  /** Id of the resource. With `flat` there are also two members that are null (recording azure-cli.sqlscript). */
  readonly target?: string;
  /** The whole body, where a service has a shape of its own for errors. */
  readonly body?: object;
  /** Microsoft Graph's. */
  readonly innerError?: object;
}

/** A refusal, thrown by whatever finds the reason for it and answered in the shape of the service concerned. */
export class ServiceError extends Error {
  readonly status: number;
  readonly code: string;
  readonly options: ServiceErrorOptions;

  constructor(status: number, code: string, message: string, options: ServiceErrorOptions = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.options = options;
  }

  toReply(): Reply {
    const { body, details, flat, headers, innerError, target } = this.options;
    if (body !== undefined) return { status: this.status, ...(headers && { headers }), body };
    const error = {
      code: this.code,
      message: this.message,
      ...(target !== undefined && { target }),
      ...(details && { details }),
      ...(innerError && { innerError }),
    };
    const nulls = flat && target !== undefined && { details: null, error: null };
    return { status: this.status, ...(headers && { headers }), body: flat ? { ...error, ...nulls } : { error } };
  }
}
