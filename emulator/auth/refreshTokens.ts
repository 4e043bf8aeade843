import { randomBytes } from 'node:crypto';

/** Refresh tokens of people; like access tokens they end with the process. One works for every client and tenant. */
export class RefreshTokens {
  readonly #people = new Map<string, string>();

  /** @param objectId of a person, in the home tenant */
  issue(objectId: string): string {
    const token = randomBytes(48).toString('base64url');
    this.#people.set(token, objectId);
    return token;
  }

  /** Whose it is; undefined for what was not issued here. */
  personOf(token: string): string | undefined {
    return this.#people.get(token);
  }
}
