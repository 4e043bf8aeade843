import * as vscode from 'vscode';
import { isObject, type JsonObject } from '../../../azure/json.ts';

/**
 * Small JSON files in one folder of the extension's storage, one for each key. Files, not a memento: several windows
 * write at the same time, and a memento is written as a whole.
 */
export class KeptFiles {
  readonly #folder: vscode.Uri;

  constructor(storage: vscode.Uri, name: string) {
    this.#folder = vscode.Uri.joinPath(storage, 'sqlScripts', name);
  }

  /** Undefined for what was never written, and for what cannot be read any more. */
  async read(key: string): Promise<JsonObject | undefined> {
    return await readObject(this.#uriOf(key));
  }

  async write(key: string, value: object): Promise<void> {
    await vscode.workspace.fs.writeFile(this.#uriOf(key), new TextEncoder().encode(JSON.stringify(value)));
  }

  async remove(key: string): Promise<void> {
    await vscode.workspace.fs.delete(this.#uriOf(key)).then(undefined, () => undefined);
  }

  async all(): Promise<ReadonlyMap<string, JsonObject>> {
    const entries = await vscode.workspace.fs.readDirectory(this.#folder).then(
      (found) => found,
      () => [],
    );
    const files = entries.map(([name]) => /^([0-9a-f]+)\.json$/u.exec(name)?.[1]).filter((key) => key !== undefined);
    const values = await Promise.all(files.map(async (key) => [key, await this.read(key)] as const));
    return new Map(values.filter((pair): pair is [string, JsonObject] => pair[1] !== undefined));
  }

  #uriOf(key: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#folder, `${key}.json`);
  }
}

async function readObject(uri: vscode.Uri): Promise<JsonObject | undefined> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
