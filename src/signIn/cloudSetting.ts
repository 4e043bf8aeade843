import * as vscode from 'vscode';
import type { Cloud } from '../azure/cloud.ts';
import { chinaCloud, customCloud, publicCloud, usGovernmentCloud } from '../azure/clouds.ts';
import { vsCodeCloud } from './vsCodeCloud.ts';

/** The cloud that the settings choose. @throws Error that says what is wrong with a custom cloud's settings. */
export function readCloud(): Cloud {
  const settings = vscode.workspace.getConfiguration('synapse');
  const own = settings.get<Record<string, unknown>>('customCloud', {});
  switch (settings.get<string>('cloud', 'automatic')) {
    case 'usGovernment':
      return usGovernmentCloud;
    case 'china':
      return chinaCloud;
    case 'custom':
      return customCloud(own);
    case 'public':
      return publicCloud;
    default:
      return cloudOfVsCode(own);
  }
}

/** The cloud that VS Code itself is set to; what its settings do not say of a custom one, ours have to. */
function cloudOfVsCode(own: Readonly<Record<string, unknown>>): Cloud {
  const { environment, custom } = vsCodeCloud();
  switch (environment) {
    case 'USGovernment':
      return usGovernmentCloud;
    case 'ChinaCloud':
      return chinaCloud;
    case 'custom':
      return customCloud({ ...custom, ...own });
    default:
      return publicCloud;
  }
}
