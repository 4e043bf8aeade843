import type * as vscode from 'vscode';
import * as z from 'zod/mini';

/** Sources whose choices are remembered; the one that was used longest ago is forgotten first. */
const MOST_KEPT = 200;

/** What was chosen in a page's form for each source: half-made choices, and those of the last time. */
export class FormDrafts<Form> {
  readonly #memory: vscode.Memento;
  readonly #key: string;
  readonly #schema: z.ZodMiniType<Form>;

  /** @param key in the memory; a kept form that does not fit the schema any more is forgotten */
  constructor(memory: vscode.Memento, key: string, schema: z.ZodMiniType<Form>) {
    this.#memory = memory;
    this.#key = key;
    this.#schema = schema;
  }

  of(source: string): Form | undefined {
    const form = this.#schema.safeParse(this.#all().get(source));
    return form.success ? form.data : undefined;
  }

  async keep(source: string, form: Form): Promise<void> {
    const forms = this.#all();
    forms.delete(source);
    forms.set(source, form);
    await this.#memory.update(this.#key, [...forms].slice(-MOST_KEPT));
  }

  #all(): Map<string, unknown> {
    const read = z.array(z.tuple([z.string(), z.unknown()])).safeParse(this.#memory.get(this.#key));
    return new Map(read.success ? read.data : []);
  }
}
