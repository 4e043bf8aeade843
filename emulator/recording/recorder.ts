import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Addresses } from '../http/addresses.ts';
import type { Reply, Request } from '../http/exchange.ts';
import { exchangeOf, type Circumstances } from './exchangeOf.ts';

/**
 * Writes each exchange to a file of its own, `NNNNN-{operationId}.{process}.json`. Numbers go on after those that are
 * there; the part of the process keeps emulators apart that write to one folder.
 */
export class Recorder {
  readonly #folder: string;
  readonly #addresses: Addresses;
  readonly #process = `${process.pid.toString(36)}${randomBytes(2).toString('hex')}`;
  #last: number;
  #written: Promise<void> = Promise.resolve();

  /** Makes the folder when it is missing. */
  static async open(folder: string, addresses: Addresses): Promise<Recorder> {
    await mkdir(folder, { recursive: true });
    const numbers = (await readdir(folder)).map((name) => Number(/^(\d{5,})-.*\.json$/.exec(name)?.[1] ?? 0));
    return new Recorder(
      folder,
      addresses,
      numbers.reduce((a, b) => Math.max(a, b), 0),
    );
  }

  private constructor(folder: string, addresses: Addresses, last: number) {
    this.#folder = folder;
    this.#addresses = addresses;
    this.#last = last;
  }

  /** Returns at once; files are written one after the other. */
  record(request: Request, reply: Reply, circumstances: Circumstances): void {
    this.#last += 1;
    const number = String(this.#last).padStart(5, '0');
    const file = path.join(this.#folder, `${number}-${circumstances.operationId ?? 'unknown'}.${this.#process}.json`);
    const content = this.#addresses.toPublic(JSON.stringify(exchangeOf(request, reply, circumstances), undefined, 2));
    this.#written = this.#written.then(async () => {
      // Readers see whole files only.
      await writeFile(`${file}.tmp`, `${content}\n`);
      await rename(`${file}.tmp`, file);
    });
    this.#written.catch(() => undefined);
  }

  /** @throws the first error that writing met */
  async close(): Promise<void> {
    await this.#written;
  }
}
