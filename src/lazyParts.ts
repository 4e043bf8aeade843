/**
 * The parts that are loaded when they are first needed, not when the extension is activated. Everything that a
 * connection or a list of nodes takes is behind one of these functions.
 */
import type * as vscode from 'vscode';
import type { Cloud } from './azure/cloud.ts';
import type { RestService } from './azure/restService.ts';
import type { TokenSource } from './azure/tokenSource.ts';
import type { WriteObserver } from './azure/writeObserver.ts';
import type { WorkspaceSection } from './features/explorer/public.ts';
import type { PropertiesReader } from './features/resources/public.ts';
import type { LazyConnectionSources } from './platform/connections.ts';
import { loggedTokens } from './platform/loggedTokens.ts';
import type { RecentErrors } from './platform/recentErrors.ts';
import { restLog } from './platform/restLog.ts';
import { showThrottling } from './platform/throttling.ts';
import type { DiagnosticsParts } from './signIn/diagnostics.ts';

export interface SourceParts {
  readonly log: vscode.LogOutputChannel;
  readonly recent: RecentErrors;
  readonly secrets: vscode.SecretStorage;
  /** The bundled emulator, for the sample. */
  readonly emulatorFile: string;
  /** Told of every change that is made. */
  readonly onWrite: WriteObserver;
}

/** What can be connected to. */
export function connectionSources(parts: SourceParts): LazyConnectionSources {
  const { log, recent, secrets, emulatorFile, onWrite } = parts;
  const createRest = async (cloud: Cloud, tokens: TokenSource): Promise<RestService> => {
    const { createRestService } = await import('./azure/createRestService.ts');
    return createRestService({
      cloud,
      tokens: loggedTokens(tokens, log, recent),
      log: restLog(log, recent),
      onThrottled: showThrottling,
      onWrite,
    });
  };
  return {
    accounts: async () => {
      const { SignInSource } = await import('./signIn/signInSource.ts');
      return new SignInSource(createRest, secrets);
    },
    sample: async () => {
      const { SampleSource } = await import('./sample/sampleSource.ts');
      return new SampleSource(emulatorFile, createRest);
    },
  };
}

/** Forgets the secrets that were asked for. */
export async function forgetSecrets(secrets: vscode.SecretStorage): Promise<void> {
  const { forgetServicePrincipalSecrets } = await import('./signIn/credentials/servicePrincipalSecret.ts');
  await forgetServicePrincipalSecrets(secrets);
}

/** Versions, cloud, tenants and last errors as text. */
export async function diagnosticsText(parts: DiagnosticsParts): Promise<string> {
  const { diagnostics } = await import('./signIn/diagnostics.ts');
  return await diagnostics(parts);
}

/** What stands below each workspace, in this order. */
export async function workspaceSections(): Promise<readonly WorkspaceSection[]> {
  const [
    { sqlPoolsSection },
    { sparkPoolsSection },
    { sqlScriptsSection },
    { networkingSection },
    { accessControlSection },
  ] = await Promise.all([
    import('./features/sqlPools/sqlPoolNodes.ts'),
    import('./features/sparkPools/sparkPoolNodes.ts'),
    import('./features/sqlScripts/explorer/scriptNodes.ts'),
    import('./features/networking/networkingNodes.ts'),
    import('./features/accessControl/accessControlNodes.ts'),
  ]);
  return [sqlPoolsSection, sparkPoolsSection, sqlScriptsSection, networkingSection, accessControlSection];
}

/** What can show its properties as JSON. */
export async function propertiesReaders(): Promise<readonly PropertiesReader[]> {
  const [
    { explorerProperties },
    { sqlPoolProperties },
    { sparkPoolProperties },
    { firewallRuleProperties },
    { roleAssignmentProperties },
    { scriptProperties },
  ] = await Promise.all([
    import('./features/explorer/explorerProperties.ts'),
    import('./features/sqlPools/sqlPoolProperties.ts'),
    import('./features/sparkPools/sparkPoolProperties.ts'),
    import('./features/networking/firewallRuleProperties.ts'),
    import('./features/accessControl/roleAssignmentProperties.ts'),
    import('./features/sqlScripts/scriptProperties.ts'),
  ]);
  return [
    ...explorerProperties,
    sqlPoolProperties,
    sparkPoolProperties,
    firewallRuleProperties,
    roleAssignmentProperties,
    scriptProperties,
  ];
}
