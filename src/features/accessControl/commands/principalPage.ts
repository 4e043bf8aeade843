import * as vscode from 'vscode';
import { openUrl } from '../../../platform/openUrl.ts';
import { plainText } from '../../../platform/plainText.ts';
import type { InPrincipal } from '../contributions.ts';
import { directoryAt } from '../explorer/names.ts';

/**
 * Somebody's page in the Azure portal, as its own links have it; undefined where the cloud has no portal, and where
 * nobody knows what kind of principal it is.
 */
export function principalPageOf(data: InPrincipal): string | undefined {
  const { connection, workspace, principalId } = data;
  const { portal } = connection.cloud;
  if (portal === undefined) return undefined;
  const known = directoryAt(data).known(principalId);
  const id = encodeURIComponent(principalId);
  const view = `${portal}/#@${encodeURIComponent(workspace.tenantId)}/view`;
  switch ((known?.type ?? data.principalType)?.toLowerCase()) {
    case 'user':
      return `${view}/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/${id}`;
    case 'group':
      return `${view}/Microsoft_AAD_IAM/GroupDetailsMenuBlade/~/Overview/groupId/${id}`;
    case 'serviceprincipal': {
      // Its page wants the application id as well, which Microsoft Graph alone knows.
      const application = known?.appId === undefined ? '' : `/appId/${encodeURIComponent(known.appId)}`;
      return `${view}/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/objectId/${id}${application}`;
    }
    default:
      return undefined;
  }
}

export async function openPrincipal(data: InPrincipal): Promise<void> {
  const url = principalPageOf(data);
  if (url !== undefined) await openUrl(url);
  else {
    const words = vscode.l10n.t(
      'There is no page of {0}: nobody knows what kind of principal it is.',
      data.principalId,
    );
    void vscode.window.showInformationMessage(plainText(words));
  }
}
