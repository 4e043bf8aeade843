import { pathToFileURL } from 'node:url';
import * as vscode from 'vscode';
import type { IdentityPlugin } from './azureIdentity.ts';

/** The package that brings the plugin. It is not shipped: its native broker is built for one platform. */
const packageName = '@azure/identity-vscode';

/**
 * Loads the plugin that lets @azure/identity use Visual Studio Code's account: from the file that the setting
 * `synapse.identityPlugin` names, else the package where it happens to be installed beside the extension.
 * @throws Error that says what is missing.
 */
export async function loadIdentityPlugin(): Promise<IdentityPlugin> {
  const file = vscode.workspace.getConfiguration('synapse').get<string>('identityPlugin', '').trim();
  const loaded = await load(file === '' ? packageName : pathToFileURL(file).href);
  const plugin = loaded === undefined ? undefined : pluginIn(loaded);
  if (plugin) return plugin;
  throw new Error(
    file === ''
      ? vscode.l10n.t(
          'The credential “visualStudioCode” needs the package {0}, version 2 or newer, with its native broker, which is not part of this extension. Install it and name its main file in “synapse.identityPlugin”, or choose another credential.',
          packageName,
        )
      : vscode.l10n.t('“{0}” could not be loaded as a plugin of @azure/identity.', file),
  );
}

async function load(specifier: string): Promise<unknown> {
  try {
    // A variable keeps the bundler out of it: what is loaded is only known here.
    return await import(specifier);
  } catch {
    return undefined;
  }
}

/** Packages export the plugin under one of these names; ES modules may hold it once more under `default`. */
function pluginIn(loaded: unknown): IdentityPlugin | undefined {
  if (typeof loaded !== 'object' || loaded === null) return undefined;
  const { vsCodePlugin, vsCodeCredentialPlugin, default: inner } = loaded as Record<string, unknown>;
  const plugin = [vsCodePlugin, vsCodeCredentialPlugin, inner].find((candidate) => typeof candidate === 'function');
  return plugin === undefined ? (inner === loaded ? undefined : pluginIn(inner)) : (plugin as IdentityPlugin);
}
