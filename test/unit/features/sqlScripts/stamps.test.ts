import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Stamps } from '../../../../src/features/sqlScripts/files/stamps.ts';

/** Files that outlive the object that reads them. */
class Kept {
  readonly #files = new Map<string, string>();

  read(key: string): Promise<Readonly<Record<string, unknown>> | undefined> {
    const text = this.#files.get(key);
    return Promise.resolve(text === undefined ? undefined : (JSON.parse(text) as Readonly<Record<string, unknown>>));
  }

  write(key: string, value: object): Promise<void> {
    this.#files.set(key, JSON.stringify(value));
    return Promise.resolve();
  }
}

describe('Stamps of scripts', () => {
  it('stay the same for the same text, also after a restart', async () => {
    const kept = new Kept();
    const first = await new Stamps(kept, () => 1000).of('k', 'SELECT 1;');
    assert.deepEqual(first, { mtime: 1000, size: 9 });
    assert.deepEqual(await new Stamps(kept, () => 9000).of('k', 'SELECT 1;'), first);
  });

  it('grow with every other text, even when the clock goes back', async () => {
    const kept = new Kept();
    const times: number[] = [];
    for (const [now, text] of [
      [1000, 'a'],
      [2000, 'bb'],
      [500, 'ccc'],
      [500, 'a'],
    ] as const) {
      times.push((await new Stamps(kept, () => now).of('k', text)).mtime);
    }
    assert.deepEqual(times, [1000, 2000, 2001, 2002]);
  });

  it('differ in size where two versions after each other have the same length', async () => {
    const stamps = new Stamps(new Kept(), () => 1);
    const sizes = [];
    for (const text of ['Ü1', 'Ü2', 'Ü3']) sizes.push((await stamps.of('k', text)).size);
    assert.deepEqual(sizes, [3, 4, 3]);
  });
});
