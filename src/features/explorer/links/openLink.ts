import * as vscode from 'vscode';
import { formatArmId } from '../../../api/armId.ts';
import { visit, type VisitParts } from '../goTo/visit.ts';
import { type LinkUri, readLink } from './link.ts';

/** The command that opens a script as a file, where this version has it. */
const openScript = 'synapse.sqlScript.open';

export interface OpenLinkParts extends VisitParts {
  readonly extension: Pick<vscode.Extension<unknown>, 'packageJSON'>;
}

/**
 * Opens what a link names: its row in the tree, and a SQL script also as a file. A link can only show things. Whoever
 * is not signed in is asked first.
 * @throws Error in words for people when the link is none of ours
 */
export async function openLink(parts: OpenLinkParts, uri: LinkUri): Promise<void> {
  const reference = readLink(uri);
  if (!reference) throw new Error(vscode.l10n.t('The link names no subscription, workspace, pool or script.'));
  const visited = await visit(parts, reference);
  if (!visited) return;
  const [resource] = reference.below;
  const isScript = resource?.type.toLowerCase() === 'sqlscripts';
  if (isScript && visited.is !== 'missing' && visited.workspace && reference.id) {
    const { tenantId, accountId } = visited.workspace.workspace;
    if (hasCommand(parts.extension, openScript)) {
      const address = { id: formatArmId(reference.id), tenantId, ...(accountId !== undefined && { accountId }) };
      await vscode.commands.executeCommand(openScript, address);
      return;
    }
  }
  if (visited.is === 'beyond') {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The link leads further than the tree goes. Its workspace is selected.'),
    );
  }
}

function hasCommand({ packageJSON }: OpenLinkParts['extension'], id: string): boolean {
  const { contributes } = packageJSON as {
    readonly contributes?: { readonly commands?: readonly { readonly command: string }[] };
  };
  return contributes?.commands?.some(({ command }) => command === id) === true;
}
