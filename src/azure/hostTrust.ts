import { AzureError } from './azureError.ts';
import { type Cloud, serviceOf } from './cloud.ts';
import type { Plane } from './operation.ts';

const workspacePlaceholder = '{workspace}';
/** Stands for a workspace while its template is parsed; a legal DNS label and path segment. */
const stand = 'workspace-name-stands-here';

/**
 * The base URL that an operation may be sent to with a token of its plane.
 *
 * Resource manager and Graph have one endpoint per cloud. A workspace brings its own, as Azure Resource Manager told
 * it; it must be the cloud's template with one DNS label (or one path segment) in the place of `{workspace}`.
 *
 * @param endpoint The workspace's endpoint; ignored by the other planes.
 * @returns The base without a trailing slash.
 * @throws AzureError `untrustedHost`; TypeError when an operation of the workspace plane comes without an endpoint.
 */
export function trustedBase(cloud: Cloud, plane: Plane, operation: string, endpoint: unknown): string {
  const service = serviceOf(cloud, plane).endpoint;
  if (plane !== 'workspace') return baseOf(requireSafe(service, operation));
  if (typeof endpoint !== 'string' || endpoint === '') {
    throw new TypeError(`${operation}: the workspace's endpoint is missing`);
  }
  const url = requireSafe(endpoint, operation);
  if (!fitsTemplate(url, service)) {
    throw untrusted(operation, `${url.host} is not a workspace endpoint of the cloud ${cloud.name}.`);
  }
  return baseOf(url);
}

/**
 * Checks a URL that a reply leads to (`nextLink`, `Location`, `Azure-AsyncOperation`) against the base of the request
 * that it answers: same scheme, host and port, and below the base's path. A relative one is resolved first.
 *
 * @throws AzureError `untrustedHost`; nothing has been sent there then.
 */
export function trustedLink(link: string, from: URL, base: string, operation: string): URL {
  const url = parsed(link, operation, from);
  const home = new URL(base);
  const within =
    url.protocol === home.protocol && url.host === home.host && `${url.pathname}/`.startsWith(`${baseOf(home, true)}/`);
  if (!within || url.username !== '' || url.password !== '') {
    throw untrusted(operation, `A reply of ${home.host} leads to ${url.host || url.protocol}, which is not trusted.`);
  }
  url.hash = '';
  return url;
}

export function isLoopback(hostname: string): boolean {
  return hostname === '127.0.0.1' || hostname === '[::1]' || hostname === 'localhost';
}

function requireSafe(text: string, operation: string): URL {
  const url = parsed(text, operation);
  const encrypted = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  if (!encrypted) throw untrusted(operation, `${url.host || url.protocol} is not reached by https.`);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw untrusted(operation, `The endpoint of ${url.host} holds more than scheme, host and path.`);
  }
  return url;
}

function fitsTemplate(url: URL, template: string): boolean {
  const pattern = new URL(template.replaceAll(workspacePlaceholder, stand));
  return (
    url.protocol === pattern.protocol &&
    url.port === pattern.port &&
    fits(url.hostname, pattern.hostname, /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/) &&
    fits(baseOf(url, true), baseOf(pattern, true), /^[^/]+$/)
  );
}

/** Whether `text` is `pattern` with something that `name` accepts in the place of the stand-in. */
function fits(text: string, pattern: string, name: RegExp): boolean {
  const [before = '', after] = pattern.split(stand);
  if (after === undefined) return text === pattern;
  if (!text.startsWith(before) || !text.endsWith(after)) return false;
  return name.test(text.slice(before.length, text.length - after.length));
}

function baseOf(url: URL, pathOnly = false): string {
  const path = url.pathname.replace(/\/+$/, '');
  return pathOnly ? path : url.origin + path;
}

function parsed(text: string, operation: string, from?: URL): URL {
  const url = URL.parse(text, from?.href);
  if (url === null) throw untrusted(operation, 'A reply or an endpoint holds no URL where one is due.');
  return url;
}

function untrusted(operation: string, what: string): AzureError {
  return new AzureError({ reason: 'untrustedHost', operation, message: `${what} Nothing was sent there.` });
}
