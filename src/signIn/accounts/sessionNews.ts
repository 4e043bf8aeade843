import * as vscode from 'vscode';
import { isProviderId, type ProviderId } from './providerId.ts';

/** Session events come in bursts, one for each account and scope; one look is enough for all of them. */
const quietMilliseconds = 1000;
/** Looks that found nothing make the next ones wait longer, up to this. */
const longestMilliseconds = 64_000;

/**
 * Looks some time after VS Code has told that sessions have changed. Providers tell it also when nothing has changed,
 * some of them whenever they are asked anything: then each look causes the next one. So a look that finds nothing new
 * doubles the time to the next, until there is news or the provider has been silent for that long.
 */
export class SessionNews implements vscode.Disposable {
  readonly #look: () => Promise<boolean>;
  readonly #listener: vscode.Disposable;
  #waitMilliseconds = quietMilliseconds;
  #lastEvent = 0;
  #timer: NodeJS.Timeout | undefined;
  #looking = false;
  #disposed = false;
  #heardMeanwhile = false;

  /** @param look Answers whether it found anything new. What it throws counts as nothing. */
  constructor(isOurs: (provider: ProviderId) => boolean, look: () => Promise<boolean>) {
    this.#look = look;
    this.#listener = vscode.authentication.onDidChangeSessions(({ provider }) => {
      if (isProviderId(provider.id) && isOurs(provider.id)) this.#heard();
    });
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#timer);
    this.#listener.dispose();
  }

  #heard(): void {
    const now = Date.now();
    // What only our own looking causes comes at once after it.
    if (now - this.#lastEvent > 2 * this.#waitMilliseconds) this.#waitMilliseconds = quietMilliseconds;
    this.#lastEvent = now;
    // A look that is due stays due: a provider that never stops telling must not put it off for ever.
    if (this.#looking) this.#heardMeanwhile = true;
    else this.#timer ??= setTimeout(() => void this.#lookNow(), this.#waitMilliseconds);
  }

  async #lookNow(): Promise<void> {
    this.#timer = undefined;
    this.#looking = true;
    const found = await this.#look().catch(() => false);
    this.#looking = false;
    this.#waitMilliseconds = found ? quietMilliseconds : Math.min(longestMilliseconds, 2 * this.#waitMilliseconds);
    if (!this.#heardMeanwhile || this.#disposed) return;
    this.#heardMeanwhile = false;
    this.#heard();
  }
}
