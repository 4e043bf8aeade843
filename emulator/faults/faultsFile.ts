import { readFileSync, statSync } from 'node:fs';
import { FaultRuleError, parseFaultRules } from './faultRule.ts';
import type { Faults } from './faults.ts';

/**
 * Keeps the rules in step with a file. Looked at before every request instead of watched: a change is then certain to
 * hold for the next request, and there is no watcher to lose when an editor replaces the file.
 */
export class FaultsFile {
  readonly #path: string;
  readonly #faults: Faults;
  readonly #warn: (message: string) => void;
  #version = '';

  /** @param warn gets one line for every version of the file that cannot be used; the rules before it stay */
  constructor(path: string, faults: Faults, warn: (message: string) => void) {
    this.#path = path;
    this.#faults = faults;
    this.#warn = warn;
  }

  refresh(): void {
    const version = this.#currentVersion();
    if (version === this.#version) return;
    this.#version = version;
    try {
      this.#faults.set(parseFaultRules(JSON.parse(readFileSync(this.#path, 'utf8'))));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const kind = error instanceof FaultRuleError ? 'not understood' : 'not readable';
      this.#warn(`Faults file ${this.#path} ${kind}: ${reason}. The rules before it stay in force.`);
    }
  }

  #currentVersion(): string {
    const stats = statSync(this.#path, { throwIfNoEntry: false });
    return stats === undefined ? 'missing' : `${stats.mtimeMs} ${stats.size} ${stats.ino}`;
  }
}
