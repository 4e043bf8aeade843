import * as vscode from 'vscode';
import type { Connections } from '../../../platform/connections.ts';
import { ErrorKind } from '../../../platform/tree/mechanismKinds.ts';
import type { TreeEntry } from '../../../platform/tree/treeEntry.ts';
import type { TreeModel } from '../../../platform/tree/treeModel.ts';
import type { WorkspaceChoice } from './workspaceChoice.ts';
import { type InWorkspace, WorkspaceKind } from '../../explorer/public.ts';

/** A workspace to choose, with the words that tell it from others of its name. */
export interface FoundWorkspace {
  readonly place: InWorkspace;
  /** Subscription, resource group and region, in one line. */
  readonly where: string;
}

/** How far below the root workspaces may stand, whatever they are grouped by. */
const DEEPEST = 3;

/** The workspaces that the explorer shows, with its own filters and what it has read already. */
export class Workspaces {
  readonly #model: TreeModel;
  readonly #connections: Connections;

  constructor({ model, connections }: { readonly model: TreeModel; readonly connections: Connections }) {
    this.#model = model;
    this.#connections = connections;
  }

  /** @throws Error in words for people when nothing is connected, or when nothing at all could be read */
  async list(): Promise<FoundWorkspace[]> {
    await this.#connect();
    const found = new Map<string, FoundWorkspace>();
    const errors: Error[] = [];
    await this.#collect(this.#model.root, DEEPEST, found, errors);
    const [error] = errors;
    if (found.size === 0 && error !== undefined) throw error;
    return [...found.values()].sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  }

  /** As a page shows them. */
  async choices(): Promise<WorkspaceChoice[]> {
    const found = await this.list();
    return found.map(({ place: { workspace }, where }) => ({
      id: workspace.id,
      name: workspace.workspaceName,
      where,
      ...(workspace.repository !== undefined && { repository: workspace.repository }),
    }));
  }

  /** @throws Error in words for people when the explorer shows no such workspace */
  async find(id: string): Promise<InWorkspace> {
    const found = (await this.list()).find(({ place }) => place.workspace.id.toLowerCase() === id.toLowerCase());
    if (!found) throw new Error(vscode.l10n.t('The explorer does not show this workspace any more.'));
    return found.place;
  }

  async #connect(): Promise<void> {
    if (!this.#connections.current) await this.#connections.restore();
    if (!this.#connections.current) throw new Error(vscode.l10n.t('Not connected to Azure.'));
  }

  async #collect(
    entry: TreeEntry,
    deepest: number,
    found: Map<string, FoundWorkspace>,
    errors: Error[],
  ): Promise<void> {
    const children = await this.#model.allChildrenOf(entry);
    await Promise.all(
      children.map(async (child) => {
        const { kind, data, children: below } = child.node;
        if (kind.name === WorkspaceKind.name) {
          const place = data as InWorkspace;
          found.set(place.workspace.id.toLowerCase(), { place, where: whereOf(place, child) });
        } else if (kind === ErrorKind) errors.push(asError((data as { readonly error: unknown }).error));
        else if (below && deepest > 1) await this.#collect(child, deepest - 1, found, errors);
      }),
    );
  }
}

function whereOf({ workspace }: InWorkspace, { parent }: TreeEntry): string {
  const above = parent?.parent ? [parent.node.label] : [];
  return [...new Set([...above, workspace.resourceGroupName, workspace.location])].join(' · ');
}

function nameOf({ place }: FoundWorkspace): string {
  return place.workspace.workspaceName;
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(typeof thrown === 'string' ? thrown : JSON.stringify(thrown));
}
