import { stringify } from 'lossless-json';

/** A reply's body as it is shown: two spaces, numbers digit for digit as the service has sent them. */
export function bodyText(body: unknown): string {
  return body === undefined ? '' : (stringify(body, undefined, 2) ?? '');
}
