import { isLosslessNumber } from 'lossless-json';
import { maskSecrets } from '../../../azure/maskSecrets.ts';

export const mask = '••••••';

/** Names of members whose values are secrets: keys and passwords of the specifications, and what people call such things. */
const secretName =
  /(?:password|passwd|pwd|passphrase|secret|secrets|token|apikey|accesskey|accountkey|authkey\d*|sharedkey|functionkey|saskey|sasuri|sastoken|signature|connectionstring|privatekey|encryptedcredential|credential|publickey|pfx|authorization)$/iu;

/** Names that end alike and hold no secret. */
const harmlessName = /(?:continuation|skip|next)token$|^(?:credential|connect)$/iu;

/** Operations whose whole reply is there to hand out secrets: every text in it counts as one. */
const secretReplies = new Set([
  'IntegrationRuntimeAuthKeys_List',
  'IntegrationRuntimeAuthKeys_Regenerate',
  'IntegrationRuntimeConnectionInfos_Get',
  'WorkspaceGitRepoManagement_GetGitHubAccessToken',
]);

/** Whether a member, variable, parameter or header of this name holds a secret. */
export function isSecretName(name: string): boolean {
  return secretName.test(name.replaceAll(/[-_. ]/gu, '')) && !harmlessName.test(name.replaceAll(/[-_. ]/gu, ''));
}

/** Whether an operation's reply is nothing but secrets. */
export function handsOutSecrets(operationId: string): boolean {
  return secretReplies.has(operationId);
}

export interface Masked {
  readonly body: unknown;
  /** How many values are hidden. */
  readonly hidden: number;
}

/**
 * A reply's body as it may be shown: values of members with the name of a secret, the value of every `SecureString`, tokens and
 * signatures in any text, and all texts of the operations whose replies are secrets.
 *
 * @param operationId Of the operation that was called.
 */
export function maskReply(operationId: string, body: unknown): Masked {
  let hidden = 0;
  const hide = (): string => {
    hidden += 1;
    return mask;
  };
  const everything = handsOutSecrets(operationId);
  const walk = (value: unknown, secret: boolean): unknown => {
    if (typeof value === 'string') {
      if (value === '') return value;
      if (secret) return hide();
      const safe = maskSecrets(value);
      if (safe !== value) hidden += 1;
      return safe;
    }
    if (isLosslessNumber(value) || typeof value === 'number') return secret ? hide() : value;
    if (Array.isArray(value)) return value.map((item) => walk(item, secret));
    if (typeof value !== 'object' || value === null) return value;
    const secure = Reflect.get(value, 'type') === 'SecureString';
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => {
        // An object in the place of a secret says where the secret is (a reference to a key vault) or holds it in `value`.
        const inside = secret || secure ? name === 'value' || (everything && name !== 'type') : isSecretName(name);
        return [name, walk(member, inside || everything)];
      }),
    );
  };
  const shown = walk(body, everything);
  return { body: shown, hidden };
}

/** Headers that tell nothing to anybody or must not be seen. */
const leftOut =
  /^(?:x-ms-(?:ratelimit|routing|correlation)[\w-]*|set-cookie|authorization|www-authenticate|connection|keep-alive|transfer-encoding|content-length|date|strict-transport-security|x-content-type-options|cache-control|pragma|expires|server|vary)$/iu;

/** Headers of a reply as they may be shown; links keep of their query only what cannot be secret. */
export function shownHeaders(headers: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(headers)
    .filter(([name]) => !leftOut.test(name))
    .map(([name, value]) => [name, isSecretName(name) ? mask : withoutSignature(maskSecrets(value))]);
}

function withoutSignature(value: string): string {
  return value.replace(/^(https?:\/\/[^?]*)\?(.*)$/u, (_match, address: string, query: string) => {
    const pairs = query
      .split('&')
      .map((pair) => (/^api-version=/iu.test(pair) ? pair : `${pair.split('=', 1)[0] ?? ''}=…`));
    return `${address}?${pairs.join('&')}`;
  });
}
