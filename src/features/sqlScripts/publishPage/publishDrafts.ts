import type * as vscode from 'vscode';
import * as z from 'zod/mini';
import { publishForm, type PublishForm } from './contract.ts';

const key = 'sqlScripts.publishForms';
/** Sources whose choices are remembered; the one that was used longest ago is forgotten first. */
const MOST_KEPT = 200;

const kept = z.record(z.string(), publishForm);

/** The choices of the publish page for each source: half-made ones, and those of the last time. */
export class PublishDrafts {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  of(source: string): PublishForm | undefined {
    return this.#all()[source];
  }

  async keep(source: string, form: PublishForm): Promise<void> {
    const { [source]: _before, ...others } = this.#all();
    const entries = [...Object.entries(others), [source, form] as const];
    await this.#memory.update(key, Object.fromEntries(entries.slice(-MOST_KEPT)));
  }

  #all(): Readonly<Record<string, PublishForm>> {
    const read = kept.safeParse(this.#memory.get(key));
    return read.success ? read.data : {};
  }
}
