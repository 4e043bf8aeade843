import * as vscode from 'vscode';
import type { CustomCloudSettings } from '../azure/clouds.ts';

export interface VsCodeCloud {
  /** `ChinaCloud`, `USGovernment`, `custom`, or empty for the public cloud. */
  readonly environment: string;
  /** What VS Code's settings say of a custom cloud, in our own terms. They know no Synapse endpoint. */
  readonly custom: { readonly [Setting in keyof CustomCloudSettings]?: string };
}

/**
 * VS Code's settings for sovereign clouds (`microsoft-sovereign-cloud.*`, contributed by its provider of Microsoft
 * accounts). Their endpoints end in a slash by custom; ours never do.
 */
export function vsCodeCloud(): VsCodeCloud {
  const settings = vscode.workspace.getConfiguration('microsoft-sovereign-cloud');
  const environment = settings.get<string | null>('environment', null) ?? '';
  const said = settings.get<Record<string, unknown> | null>('customEnvironment', null) ?? {};
  const url = (name: string): string | undefined => {
    const value = said[name];
    return typeof value === 'string' && value !== '' ? value.replace(/\/+$/u, '') : undefined;
  };
  const login = url('activeDirectoryEndpointUrl');
  const resourceManager = url('resourceManagerEndpointUrl');
  const resourceManagerAudience = url('managementEndpointUrl') ?? resourceManager;
  const portal = url('portalUrl');
  const name = url('name');
  return {
    environment,
    custom: {
      ...(name !== undefined && { name }),
      ...(login !== undefined && { login }),
      ...(resourceManager !== undefined && { resourceManager }),
      ...(resourceManagerAudience !== undefined && { resourceManagerAudience }),
      ...(portal !== undefined && { portal }),
    },
  };
}
