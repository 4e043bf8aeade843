import type { AxiosInstance } from 'axios';
import type { Method } from './operation.ts';

export interface TransportRequest {
  readonly method: Method;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly signal?: AbortSignal;
}

export interface TransportReply {
  readonly status: number;
  readonly statusText: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body, decompressed and without a byte order mark; empty when there is none. */
  readonly text: string;
}

/** Sends one request and brings its whole answer, whatever its status. */
export interface Transport {
  /** Rejects with `TransportError`, or with the reason of the aborted signal. */
  send(request: TransportRequest): Promise<TransportReply>;
}

/** A body larger than the transport accepts. */
export const replyTooLarge = 'ERR_REPLY_TOO_LARGE';

/** No complete answer. It never has a `cause`: axios' errors carry the request's headers, and with them the token. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  /** Node's code (`ECONNRESET`, `ENOTFOUND`, `DEPTH_ZERO_SELF_SIGNED_CERT`), `ETIMEDOUT`, or `replyTooLarge`. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export interface TransportLimits {
  /** Milliseconds until the first byte of the answer, and between any two parts of it. */
  readonly timeoutMs?: number;
  readonly maxReplyBytes?: number;
}

/** Azure Resource Manager itself gives up on a resource provider after a minute. */
const defaultTimeoutMs = 100_000;
const defaultMaxReplyBytes = 256 * 1024 * 1024;

/**
 * The transport over axios, which is loaded with the first request. No agent and no proxy of its own: VS Code patches
 * Node's `http` and `https` and decides about both, and about certificates. Redirects are never followed, since a
 * redirected request would take its token along.
 */
export function createAxiosTransport(limits: TransportLimits = {}): Transport {
  let loading: Promise<AxiosInstance> | undefined;
  const load = (): Promise<AxiosInstance> => {
    loading ??= createInstance(limits).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  return {
    async send({ method, url, headers, body, signal }) {
      const instance = await load();
      signal?.throwIfAborted();
      try {
        const reply = await instance.request<string>({
          method,
          url,
          // Without a body axios would still call a POST's content a form, unless it is told not to.
          headers: body === undefined ? { ...headers, 'Content-Type': false } : { ...headers },
          ...(body === undefined ? {} : { data: typeof body === 'string' ? body : bytesOf(body) }),
          ...(signal === undefined ? {} : { signal }),
        });
        return {
          status: reply.status,
          statusText: reply.statusText,
          headers: plainHeaders(reply.headers),
          text: reply.data,
        };
      } catch (error) {
        signal?.throwIfAborted();
        throw transportError(error);
      }
    },
  };
}

async function createInstance(limits: TransportLimits): Promise<AxiosInstance> {
  const { default: axios } = await import('axios');
  return axios.create({
    adapter: 'http',
    proxy: false,
    maxRedirects: 0,
    decompress: true,
    responseType: 'text',
    // Bodies come as they are to be sent; axios' own conversions would parse each of them once more.
    transformRequest: [(data: unknown) => data],
    transformResponse: [(data: unknown) => data],
    maxBodyLength: Infinity,
    maxContentLength: limits.maxReplyBytes ?? defaultMaxReplyBytes,
    timeout: limits.timeoutMs ?? defaultTimeoutMs,
    transitional: { clarifyTimeoutError: true },
    validateStatus: () => true,
  });
}

/** The same memory as a Buffer: axios takes no other view of bytes. */
function bytesOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function plainHeaders(headers: object): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && value !== null) plain[name.toLowerCase()] = String(value);
  }
  return plain;
}

function transportError(error: unknown): TransportError {
  const message = error instanceof Error ? error.message : String(error);
  const code = codeOf(error);
  if (code === 'ERR_BAD_RESPONSE') {
    // axios has this one code for both: the connection ended within the body, or the body is larger than allowed.
    return message.startsWith('maxContentLength')
      ? new TransportError(replyTooLarge, message)
      : new TransportError('ECONNRESET', message);
  }
  if (code === 'ERR_STREAM_PREMATURE_CLOSE') return new TransportError('ECONNRESET', message);
  return new TransportError(code ?? 'UNKNOWN', message);
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' && error.code !== '' ? error.code : undefined;
}
