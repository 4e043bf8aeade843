import * as vscode from 'vscode';
import { parseArmId, sameArmId } from '../../../api/armId.ts';
import type { Operation } from '../../../azure/operation.ts';
import { entriesBelow } from '../../../platform/commands/entryWalk.ts';
import type { Connection } from '../../../platform/connection.ts';
import type { FeatureParts } from '../../../platform/featureParts.ts';
import type { Identity } from '../../../platform/tenants.ts';
import type { TreeEntry } from '../../../platform/tree/treeEntry.ts';
import { type InWorkspace, SubscriptionKind, WorkspaceKind } from '../../explorer/public.ts';

/** Finds out where a request goes and as whom: among what the explorer shows, with its own filters. */
export class Places {
  readonly #parts: Pick<FeatureParts, 'connections' | 'model' | 'picker'>;

  constructor(parts: Pick<FeatureParts, 'connections' | 'model' | 'picker'>) {
    this.#parts = parts;
  }

  /** @throws CancellationError where nobody connects */
  async connection(): Promise<Connection> {
    if (!(await this.#parts.picker.ready())) throw new vscode.CancellationError();
    const { current } = this.#parts.connections;
    if (!current) throw new vscode.CancellationError();
    return current;
  }

  /**
   * The row of a workspace, by name or by resource id.
   * @throws Error in words for people when the explorer shows no such workspace
   */
  async workspace(name: string): Promise<TreeEntry> {
    await this.connection();
    const { entries, failure } = await entriesBelow(this.#parts.model, [this.#parts.model.root], WorkspaceKind);
    const found = entries.find(({ node }) => {
      const { workspace } = node.data as InWorkspace;
      return workspace.workspaceName.toLowerCase() === name.toLowerCase() || sameArmId(workspace.id, name);
    });
    if (found) return found;
    if (entries.length === 0 && failure) throw failure.error;
    throw new Error(
      vscode.l10n.t('The explorer shows no workspace “{0}”. Is its tenant or subscription hidden?', name),
    );
  }

  /** @throws CancellationError where none is chosen */
  async askWorkspace(): Promise<TreeEntry> {
    const entry = await this.#parts.picker.pick(WorkspaceKind, () => true);
    if (!entry) throw new vscode.CancellationError();
    return entry;
  }

  /**
   * Who asks for something that is in no workspace: the tenant that the document names, else that of the subscription in the
   * path, else the only one there is, else the one that is chosen.
   */
  async identity(
    connection: Connection,
    { path }: { readonly operation: Operation; readonly path: Readonly<Record<string, string>> },
    tenantId: string | undefined,
  ): Promise<Identity> {
    const tenants = await connection.tenants(new AbortController().signal);
    const named = tenants.filter((tenant) => tenant.tenantId.toLowerCase() === tenantId?.toLowerCase());
    if (tenantId !== undefined) return identityOf(named[0] ?? { tenantId });
    const subscription = path['subscriptionId'] ?? Object.values(path).map(subscriptionIn).find(Boolean);
    const owner = subscription === undefined ? undefined : await this.#ownerOf(subscription);
    if (owner) return owner;
    const usable = tenants.filter(({ error }) => error === undefined);
    const [only, another] = usable;
    if (only && !another) return identityOf(only);
    const items = usable.map((tenant) => ({
      label: tenant.displayName,
      description: [tenant.tenantId, ...(tenant.accountLabel === undefined ? [] : [tenant.accountLabel])].join(' · '),
      tenant,
    }));
    const chosen = await vscode.window.showQuickPick(items, {
      placeHolder: vscode.l10n.t('Select the tenant to ask as'),
    });
    if (!chosen) throw new vscode.CancellationError();
    return identityOf(chosen.tenant);
  }

  async #ownerOf(subscriptionId: string): Promise<Identity | undefined> {
    const { model } = this.#parts;
    const wanted = subscriptionId.toLowerCase();
    const { entries } = await entriesBelow(model, [model.root], WorkspaceKind);
    for (const { node } of entries) {
      const { workspace } = node.data as InWorkspace;
      if (workspace.subscriptionId.toLowerCase() === wanted) return identityOf(workspace);
    }
    const subscriptions = await entriesBelow(model, [model.root], SubscriptionKind);
    const row = subscriptions.entries.find(
      ({ node }) => node.resource?.id.toLowerCase() === `/subscriptions/${wanted}`,
    );
    return row?.node.resource && identityOf(row.node.resource);
  }
}

function identityOf({ tenantId, accountId }: Identity): Identity {
  return { tenantId, ...(accountId !== undefined && { accountId }) };
}

function subscriptionIn(value: string): string | undefined {
  return parseArmId(value)?.subscriptionId;
}
