import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock.ts';

/** Who calls, as the token says. */
export interface Caller {
  readonly tenantId: string;
  /** Object id of the caller in that tenant. */
  readonly objectId: string;
  readonly appId: string;
}

/** What a valid signature vouches for; times in seconds since 1970. */
export interface TokenClaims {
  readonly aud: string;
  readonly iss: string;
  readonly tid: string;
  readonly oid: string;
  readonly appid: string;
  readonly iat: number;
  readonly exp: number;
  /** The claims that the client asked for, as it asked: `{"nbf": {"essential": true, "value": "…"}}`. */
  readonly asked?: AskedClaims;
}

/** `access_token` of the request parameter `claims`. */
export type AskedClaims = Readonly<Record<string, unknown>>;

/** How long a token is valid, in seconds: what Microsoft Entra answers in `expires_in` by default. */
export const tokenLifetime = 3599;

const header = encode({ typ: 'JWT', alg: 'HS256' });

/**
 * Issues access tokens and reads them back. The key lives as long as the process: tokens of an earlier emulator are
 * refused as invalid, as a token of another cloud would be.
 */
export class Tokens {
  readonly #key = randomBytes(32);
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  issue(caller: Caller, audience: string, asked?: AskedClaims): string {
    const issued = Math.floor(this.#clock() / 1000);
    const claims: TokenClaims = {
      aud: audience,
      iss: issuerOf(caller.tenantId),
      tid: caller.tenantId,
      oid: caller.objectId,
      appid: caller.appId,
      iat: issued,
      exp: issued + tokenLifetime,
      ...(asked && { asked }),
    };
    return this.#signed({ ...claims, nbf: claims.iat, ver: '1.0' });
  }

  /**
   * An ID token of version 2, which tells a client who has signed in. No service accepts it: its audience is the client.
   *
   * @param issuer of version 2: the authority's URL
   */
  issueIdToken(person: Caller, issuer: string, name: Readonly<Record<'name' | 'preferred_username', string>>): string {
    const iat = Math.floor(this.#clock() / 1000);
    return this.#signed({
      aud: person.appId,
      iss: issuer,
      tid: person.tenantId,
      oid: person.objectId,
      sub: person.objectId,
      ...name,
      iat,
      nbf: iat,
      exp: iat + tokenLifetime,
      ver: '2.0',
    });
  }

  /** The claims of a token that this process signed, expired or not; undefined for anything else. */
  read(token: string): TokenClaims | undefined {
    const end = token.lastIndexOf('.');
    const content = token.slice(0, end);
    const signature = Buffer.from(token.slice(end + 1));
    const expected = Buffer.from(this.#sign(content));
    if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return undefined;
    // Whatever has our signature is a value that we wrote; of an ID token only the audience matters: it is refused.
    return JSON.parse(Buffer.from(content.split('.')[1] ?? '', 'base64url').toString()) as TokenClaims;
  }

  isExpired(claims: TokenClaims): boolean {
    return claims.exp * 1000 <= this.#clock();
  }

  #signed(claims: object): string {
    const content = `${header}.${encode(claims)}`;
    return `${content}.${this.#sign(content)}`;
  }

  #sign(content: string): string {
    return createHmac('sha256', this.#key).update(content).digest('base64url');
  }
}

/** Issuer of version 1 tokens, which is what Azure Resource Manager and Synapse get. */
export function issuerOf(tenantId: string): string {
  return `https://sts.windows.net/${tenantId}/`;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
