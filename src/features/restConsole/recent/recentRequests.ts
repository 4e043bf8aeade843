import type * as vscode from 'vscode';

/** A request that was sent, as it can be sent again. */
export interface RecentRequest {
  /** `SqlPools_Pause · sales` */
  readonly title: string;
  /** Name of the Synapse workspace that it went to; absent where it went to none. */
  readonly workspace?: string;
  /** A document with it, without secrets. */
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const key = 'rest.recent';
const mostOfOne = 20;
const mostOfAll = 100;

/**
 * The last requests to each Synapse workspace, sent from this folder: newest first; an equal one takes the place of the one
 * before.
 */
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
    const counts = new Map<string | undefined, number>();
    const kept = [request, ...others].filter(({ workspace }) => {
      const count = counts.get(workspace) ?? 0;
      counts.set(workspace, count + 1);
      return count < mostOfOne;
    });
    await this.#memory.update(key, kept.slice(0, mostOfAll));
  }
}
