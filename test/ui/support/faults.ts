import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What an emulator does wrong, steered by a file that it reads before every request (emulator/README.md, "Faults"). */
export class FaultsFile {
  readonly file: string;
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'synapse-faults-'));

  constructor() {
    this.file = path.join(this.#folder, 'faults.json');
    this.set();
  }

  /** Replaces all rules; they hold for the next request. */
  set(...rules: readonly object[]): void {
    const next = `${this.file}.next`;
    writeFileSync(next, JSON.stringify(rules));
    renameSync(next, this.file);
  }

  dispose(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
