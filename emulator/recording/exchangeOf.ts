import type { Reply, Request } from '../http/exchange.ts';
import { JsonText } from '../http/jsonText.ts';
import { isObject } from '../services/requestBody.ts';

export interface Circumstances {
  readonly operationId: string | undefined;
  readonly fault: string | undefined;
}

/** The form that the OpenAPI live validator (npm package `oav`) reads, and what it does not need beside it. */
export interface RecordedExchange {
  readonly liveRequest: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: unknown;
  };
  readonly liveResponse: {
    readonly statusCode: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: unknown;
  };
  readonly operationId?: string;
  readonly injectedFault?: string;
}

const secretHeaders = new Set(['authorization', 'cookie', 'proxy-authorization']);
const secretFields = /^(client_secret|client_assertion|assertion|refresh_token|password|code)$/;
const secretMembers =
  /^(access_token|refresh_token|id_token|\w*password|authKey[12]|serviceToken|storageAccountAccessKey|storageContainerSasKey|gitHubAccess(?:Token|Code))$/i;
const masked = '***';

/** The exchange with secrets masked; its URLs are still those that the client used. */
export function exchangeOf(request: Request, reply: Reply, { operationId, fault }: Circumstances): RecordedExchange {
  const isForm = /^application\/x-www-form-urlencoded/i.test(request.headers['content-type'] ?? '');
  return {
    liveRequest: {
      method: request.method,
      url: `${request.addressed.origin}${request.target}`,
      headers: headersOf(request.headers),
      ...(request.text !== '' && { body: isForm ? formOf(request.text) : withoutSecrets(jsonOf(request.text)) }),
    },
    liveResponse: {
      statusCode: String(reply.status),
      headers: headersOf(reply.headers ?? {}),
      ...(reply.body !== undefined && {
        body: withoutSecrets(reply.body),
      }),
    },
    ...(operationId !== undefined && { operationId }),
    ...(fault !== undefined && { injectedFault: fault }),
  };
}

/** Names in lower case; `host` is left out because it names the emulator and the URL says it all. */
function headersOf(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .map(([name, value]) => [name.toLowerCase(), String(value)] as const)
      .filter(([name]) => name !== 'host')
      .map(([name, value]) => [name, secretHeaders.has(name) ? masked : value]),
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function formOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...new URLSearchParams(text)].map(([name, value]) => [name, secretFields.test(name) ? masked : value]),
  );
}

function withoutSecrets(value: unknown): unknown {
  if (value instanceof JsonText) return withoutSecrets(jsonOf(value.text));
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const isSecret = secretMembers.test(name) && typeof member === 'string' && member !== '';
      return [name, isSecret ? masked : withoutSecrets(member)];
    }),
  );
}
