import * as vscode from 'vscode';
import type { Cloud } from '../azure/cloud.ts';
import { customCloud, publicCloud, chinaCloud, usGovernmentCloud } from '../azure/clouds.ts';

/** The cloud that the settings choose. @throws Error that says what is wrong with a custom cloud's settings. */
export function readCloud(): Cloud {
  const settings = vscode.workspace.getConfiguration('synapse');
  switch (settings.get<string>('cloud', 'public')) {
    case 'usGovernment':
      return usGovernmentCloud;
    case 'china':
      return chinaCloud;
    case 'custom':
      return customCloud(settings.get<Record<string, unknown>>('customCloud', {}));
    default:
      return publicCloud;
  }
}
