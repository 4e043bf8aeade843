import { Tokens } from '../../../emulator/auth/tokens.ts';
import { Application } from '../../../emulator/store/application.ts';
import { account } from './account.ts';

const secrets = new Set<string>();

/** Notes every token that an emulator of this process issues from now on. */
export function watchTokens(): void {
  for (const name of ['issue', 'issueIdToken'] as const) {
    const issue = Reflect.get(Tokens.prototype, name) as (this: Tokens, ...args: unknown[]) => string;
    Object.defineProperty(Tokens.prototype, name, {
      value(this: Tokens, ...args: unknown[]): string {
        const token = issue.apply(this, args);
        secrets.add(token);
        return token;
      },
    });
  }
}

/** One more key or password that a test brings into play. */
export function inPlay(secret: string): string {
  secrets.add(secret);
  return secret;
}

/** Every token, key and password that was in play in this run, by whomever it was issued. */
export async function secretsInPlay(): Promise<readonly string[]> {
  return [...secrets, ...(await account.tokens()), new Application().clientSecret];
}
