import * as vscode from 'vscode';
import { onAnyNode } from '../../platform/commands/commandHandler.ts';
import type { HandlersOf } from '../../platform/commands/commands.ts';
import { openUrl } from '../../platform/openUrl.ts';
import type { TreeNode } from '../../platform/tree/treeNode.ts';
import { pageOf } from '../../platform/webPages.ts';
import type { resourceContributions } from './contributions.ts';
import type { PropertiesDocuments } from './propertiesDocuments.ts';
import type { ResourcesParts } from './resourcesFeature.ts';

export interface ResourceHandlerParts extends Pick<ResourcesParts, 'connections' | 'askFor'> {
  readonly documents: PropertiesDocuments;
}

export function resourceHandlers({
  connections,
  documents,
  askFor,
}: ResourceHandlerParts): HandlersOf<typeof resourceContributions> {
  const openPage = async (where: 'portal' | 'studio', { resource }: TreeNode): Promise<void> => {
    const { current } = connections;
    const url = current && resource ? pageOf(where, current.cloud, resource) : undefined;
    if (url === undefined) {
      void vscode.window.showInformationMessage(vscode.l10n.t('This cloud has no web page for it.'));
      return;
    }
    await openUrl(url);
  };
  return {
    'synapse.copyName': onAnyNode(({ node }) => vscode.env.clipboard.writeText(node.label), askFor),
    'synapse.copyResourceId': onAnyNode(({ node }) => vscode.env.clipboard.writeText(node.resource?.id ?? ''), askFor),
    'synapse.showProperties': onAnyNode(({ node }) => documents.open(node), askFor),
    'synapse.openInPortal': onAnyNode(({ node }) => openPage('portal', node), askFor),
    'synapse.openInStudio': onAnyNode(({ node }) => openPage('studio', node), askFor),
  };
}
