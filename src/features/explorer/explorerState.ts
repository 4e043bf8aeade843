import type * as vscode from 'vscode';
import type { Connection } from '../../platform/connection.ts';
import type { Discovered } from './discovered.ts';
import { ExplorerFilter } from './explorerFilter.ts';

/** What is remembered of the explorer, and what its root has read. Made once, for the root and for the commands. */
export class ExplorerState implements vscode.Disposable {
  readonly filter: ExplorerFilter;
  /** Where pins are kept; see `pins/pins.ts`. */
  readonly memory: vscode.Memento;
  discovered: Discovered | undefined;
  /** Whether the root is to show anew what it has read, instead of reading again. */
  showAgain = false;

  constructor(memory: vscode.Memento) {
    this.memory = memory;
    this.filter = new ExplorerFilter(memory);
  }

  /** What the root may show without reading again; asked once for each time that it is built. */
  takeReadAlready(connection: Connection): Discovered | undefined {
    const wanted = this.showAgain;
    this.showAgain = false;
    const known = this.discovered;
    return wanted && known?.isDone === true && known.connection === connection ? known : undefined;
  }

  /** A tenant's name, once it was listed. */
  nameOfTenant(tenantId: string): string | undefined {
    return this.discovered?.tenants?.find((tenant) => tenant.tenantId === tenantId)?.displayName;
  }

  /** Forgets what was chosen and pinned, for all clouds. */
  async forget(): Promise<void> {
    for (const key of this.memory.keys()) if (key.startsWith('pins/')) await this.memory.update(key, undefined);
    await this.filter.forget();
  }

  dispose(): void {
    this.filter.dispose();
  }
}
