import type * as vscode from 'vscode';

/** A request that was sent, as it can be sent again. */
export interface RecentRequest {
  /** `SqlPools_Pause · sales` */
  readonly title: string;
  /** A document with it, without secrets. */
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const key = 'rest.recent';
const most = 20;

/** The last requests of this VS Code workspace, newest first; an equal one takes the place of the one before. */
export class RecentRequests {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  get all(): readonly RecentRequest[] {
    return this.#memory.get<readonly RecentRequest[]>(key, []);
  }

  async add(request: RecentRequest): Promise<void> {
    const others = this.all.filter(({ text }) => text !== request.text);
    await this.#memory.update(key, [request, ...others].slice(0, most));
  }
}
