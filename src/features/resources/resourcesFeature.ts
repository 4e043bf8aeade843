import * as vscode from 'vscode';
import { openUrl } from '../../platform/openUrl.ts';
import { onAnyNode } from '../../platform/commands/commandHandler.ts';
import type { Commands } from '../../platform/commands/commands.ts';
import type { Connections } from '../../platform/connections.ts';
import type { NodeKind } from '../../platform/contributions/declarations.ts';
import type { TreeNode } from '../../platform/tree/treeNode.ts';
import { resourceContributions } from './contributions.ts';
import { PropertiesDocuments } from './propertiesDocuments.ts';
import type { PropertiesReader } from './public.ts';

export interface ResourcesParts {
  readonly commands: Commands;
  readonly connections: Connections;
  readonly readers: () => Promise<readonly PropertiesReader[]>;
  /** What the palette asks for when one of these commands is run without a node. */
  readonly askFor: NodeKind;
}

/** The commands that work on any resource of the tree. */
export function registerResources({ commands, connections, readers, askFor }: ResourcesParts): vscode.Disposable {
  const documents = new PropertiesDocuments(connections, readers);
  const openPage = async (where: 'portal' | 'studio', { resource }: TreeNode): Promise<void> => {
    const { current } = connections;
    const { pageOf } = await import('../../platform/webPages.ts');
    const url = current && resource ? pageOf(where, current.cloud, resource) : undefined;
    if (url === undefined) {
      void vscode.window.showInformationMessage(vscode.l10n.t('This cloud has no web page for it.'));
      return;
    }
    await openUrl(url);
  };
  return vscode.Disposable.from(
    documents,
    commands.register(resourceContributions, {
      'synapse.copyName': onAnyNode(({ node }) => vscode.env.clipboard.writeText(node.label), askFor),
      'synapse.copyResourceId': onAnyNode(
        ({ node }) => vscode.env.clipboard.writeText(node.resource?.id ?? ''),
        askFor,
      ),
      'synapse.showProperties': onAnyNode(({ node }) => documents.open(node), askFor),
      'synapse.openInPortal': onAnyNode(({ node }) => openPage('portal', node), askFor),
      'synapse.openInStudio': onAnyNode(({ node }) => openPage('studio', node), askFor),
    }),
  );
}
