import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import type { Connection } from '../../../platform/connection.ts';
import type { Connections } from '../../../platform/connections.ts';
import { nameKey } from '../scripts/sameScript.ts';
import type { ScriptStore } from '../scripts/scriptStore.ts';
import { scriptsOf } from '../scripts/scriptStores.ts';
import { formatScriptUri, parseScriptUri, type ScriptAddress } from '../scripts/scriptUri.ts';
import { placeOf } from './places.ts';

/** @throws FileNotFound for a URI that names no script */
export function addressIn(uri: vscode.Uri): ScriptAddress {
  const address = parseScriptUri(uri);
  if (!address) throw vscode.FileSystemError.FileNotFound(uri);
  return address;
}

/** The URI under which a script is opened. */
export function uriOfScript(address: ScriptAddress): vscode.Uri {
  return vscode.Uri.from(formatScriptUri(address));
}

/** Names a script in storage: whatever folder its URI has, and however its name is spelt. */
export function scriptKey({ workspaceId, name }: Pick<ScriptAddress, 'workspaceId' | 'name'>): string {
  const identity = JSON.stringify([workspaceId.toLowerCase(), nameKey(name)]);
  return createHash('sha256').update(identity).digest('hex').slice(0, 40);
}

/** Leads from addresses to stores, and connects on the way where VS Code asks before anything is connected. */
export class ScriptPlaces {
  readonly #connections: Connections;
  #tried = false;

  constructor(connections: Connections) {
    this.#connections = connections;
  }

  /** @throws Unavailable while nobody is signed in; what the REST service throws */
  async storeOf(address: ScriptAddress): Promise<ScriptStore> {
    const connection = await this.#connection();
    return scriptsOf(connection).of(await placeOf(connection, address));
  }

  async #connection(): Promise<Connection> {
    const connections = this.#connections;
    if (connections.state === 'signedOut' && !this.#tried) await connections.restore();
    this.#tried = true;
    await this.#settled();
    if (connections.current) return connections.current;
    throw vscode.FileSystemError.Unavailable(
      vscode.l10n.t('Not connected. Sign in in the explorer; this editor then shows the script.'),
    );
  }

  async #settled(): Promise<void> {
    while (this.#connections.state === 'connecting') {
      await new Promise<void>((resolve) => {
        const listener = this.#connections.onDidChange(() => {
          listener.dispose();
          resolve();
        });
      });
    }
  }
}
