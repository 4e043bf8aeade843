import type { Cloud, CloudService } from './cloud.ts';
import { isLoopback } from './hostTrust.ts';

/**
 * Microsoft's clouds that have Azure Synapse Analytics. Endpoints and audiences as three first-party clients have them
 * (Azure CLI, the Go SDK's environments, the Synapse workspace deployment action).
 */
export const publicCloud: Cloud = {
  name: 'Azure',
  login: 'https://login.microsoftonline.com',
  resourceManager: { endpoint: 'https://management.azure.com', audience: 'https://management.azure.com' },
  workspace: { endpoint: 'https://{workspace}.dev.azuresynapse.net', audience: 'https://dev.azuresynapse.net' },
  graph: { endpoint: 'https://graph.microsoft.com', audience: 'https://graph.microsoft.com' },
  portal: 'https://portal.azure.com',
  studio: 'https://web.azuresynapse.net',
};

export const usGovernmentCloud: Cloud = {
  name: 'Azure US Government',
  login: 'https://login.microsoftonline.us',
  resourceManager: {
    endpoint: 'https://management.usgovcloudapi.net',
    audience: 'https://management.usgovcloudapi.net',
  },
  workspace: {
    endpoint: 'https://{workspace}.dev.azuresynapse.usgovcloudapi.net',
    audience: 'https://dev.azuresynapse.usgovcloudapi.net',
  },
  graph: { endpoint: 'https://graph.microsoft.us', audience: 'https://graph.microsoft.us' },
  portal: 'https://portal.azure.us',
  // Not confirmed by Microsoft; a workspace's own `connectivityEndpoints.web` comes first.
  studio: 'https://web.azuresynapse.usgovcloudapi.net',
};

export const chinaCloud: Cloud = {
  name: 'Azure China (21Vianet)',
  login: 'https://login.chinacloudapi.cn',
  resourceManager: {
    endpoint: 'https://management.chinacloudapi.cn',
    audience: 'https://management.chinacloudapi.cn',
  },
  workspace: {
    endpoint: 'https://{workspace}.dev.azuresynapse.azure.cn',
    audience: 'https://dev.azuresynapse.azure.cn',
  },
  graph: { endpoint: 'https://microsoftgraph.chinacloudapi.cn', audience: 'https://microsoftgraph.chinacloudapi.cn' },
  portal: 'https://portal.azure.cn',
  studio: 'https://web.azuresynapse.azure.cn',
};

/** The one list of clouds; custom ones and the sample are further values of the same type. */
export const microsoftClouds: readonly Cloud[] = [publicCloud, usGovernmentCloud, chinaCloud];

/** A cloud as settings describe it. */
export interface CustomCloudSettings {
  readonly name?: string;
  /** Microsoft Entra's authority. */
  readonly login: string;
  readonly resourceManager: string;
  readonly resourceManagerAudience: string;
  /** URL with `{workspace}`, or only the suffix that follows a workspace's name (`dev.azuresynapse.net`). */
  readonly workspace: string;
  readonly workspaceAudience: string;
  /** Both are left out where the cloud has no Microsoft Graph. */
  readonly graph?: string;
  readonly graphAudience?: string;
  readonly portal?: string;
  readonly studio?: string;
}

/** A setting that cannot be used; the message names it and says what is expected. */
export class CloudSettingError extends Error {
  override readonly name = 'CloudSettingError';
  readonly setting: keyof CustomCloudSettings;

  constructor(setting: keyof CustomCloudSettings, message: string) {
    super(`${setting}: ${message}`);
    this.setting = setting;
  }
}

/** Settings as they are read: nothing is certain about their values. */
type Unchecked = { readonly [Setting in keyof CustomCloudSettings]?: unknown };

/** @throws CloudSettingError for the first setting that is missing or cannot be used. */
export function customCloud(settings: Unchecked): Cloud {
  const portal = optional(settings, 'portal');
  const studio = optional(settings, 'studio');
  const hasGraph = (['graph', 'graphAudience'] as const).some((setting) => optional(settings, setting) !== undefined);
  return {
    name: optional(settings, 'name') ?? 'Custom',
    login: url('login', text(settings, 'login')),
    resourceManager: service(settings, 'resourceManager', 'resourceManagerAudience'),
    workspace: { endpoint: template(text(settings, 'workspace')), audience: audience(settings, 'workspaceAudience') },
    ...(hasGraph && { graph: service(settings, 'graph', 'graphAudience') }),
    ...(portal === undefined ? {} : { portal: url('portal', portal) }),
    ...(studio === undefined ? {} : { studio: url('studio', studio) }),
  };
}

type Audience = 'resourceManagerAudience' | 'workspaceAudience' | 'graphAudience';

function text(settings: Unchecked, setting: keyof CustomCloudSettings): string {
  const value = settings[setting];
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  throw new CloudSettingError(setting, 'a text is needed');
}

function optional(settings: Unchecked, setting: keyof CustomCloudSettings): string | undefined {
  const value = settings[setting];
  return value === undefined || value === null || value === '' ? undefined : text(settings, setting);
}

function service(settings: Unchecked, endpoint: 'resourceManager' | 'graph', of: Audience): CloudService {
  return { endpoint: url(endpoint, text(settings, endpoint)), audience: audience(settings, of) };
}

function url(setting: keyof CustomCloudSettings, written: string): string {
  const parsed = URL.parse(written);
  if (parsed === null) throw new CloudSettingError(setting, `${JSON.stringify(written)} is not a URL`);
  if (parsed.protocol !== 'https:' && !(parsed.protocol === 'http:' && isLoopback(parsed.hostname))) {
    throw new CloudSettingError(setting, 'https is needed; http only for 127.0.0.1, [::1] or localhost');
  }
  if (parsed.username !== '' || parsed.password !== '' || parsed.search !== '' || parsed.hash !== '') {
    throw new CloudSettingError(setting, 'only scheme, host, port and path are allowed');
  }
  if (written.endsWith('/')) throw new CloudSettingError(setting, 'write it without a slash at the end');
  return written;
}

function template(written: string): string {
  const setting = 'workspace';
  const places = written.split('{workspace}').length - 1;
  if (places === 1) {
    url(setting, written.replace('{workspace}', 'name'));
    const inHost = /^https?:\/\/\{workspace\}\./.test(written);
    const inPath = /^https?:\/\/[^/]+\/(?:[^/]+\/)*\{workspace\}(?:\/|$)/.test(written);
    if (inHost || inPath) return written;
  } else if (places === 0 && /^\.?[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(written)) {
    return `https://{workspace}.${written.replace(/^\./, '')}`;
  }
  throw new CloudSettingError(setting, 'a URL with {workspace} for the name is needed, or the suffix that follows it');
}

function audience(settings: Unchecked, setting: Audience): string {
  const written = text(settings, setting);
  if (written.endsWith('/')) {
    throw new CloudSettingError(setting, 'write it without a slash at the end; the workspace endpoint refuses one');
  }
  if (written.endsWith('/.default'))
    throw new CloudSettingError(setting, 'write the audience only, without "/.default"');
  return written;
}
