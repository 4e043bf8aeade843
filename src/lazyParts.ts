/**
 * The parts that are loaded when they are first needed, not when the extension is activated. Everything that a
 * connection or a list of nodes takes is behind one of these functions.
 */
import type * as vscode from 'vscode';
import type { Cloud } from './azure/cloud.ts';
import type { RestService } from './azure/restService.ts';
import type { TokenSource } from './azure/tokenSource.ts';
import type { WorkspaceSection } from './features/explorer/public.ts';
import type { PropertiesReader } from './features/resources/public.ts';
import type { LazyConnectionSources } from './platform/connections.ts';
import { restLog } from './platform/restLog.ts';

/** What can be connected to. @param emulatorFile The bundled emulator, for the sample. */
export function connectionSources(log: vscode.LogOutputChannel, emulatorFile: string): LazyConnectionSources {
  const createRest = async (cloud: Cloud, tokens: TokenSource): Promise<RestService> => {
    const { createRestService } = await import('./azure/createRestService.ts');
    return createRestService({ cloud, tokens, log: restLog(log) });
  };
  return {
    accounts: async () => {
      const { AccountsSource } = await import('./signIn/accountsSource.ts');
      return new AccountsSource(createRest);
    },
    sample: async () => {
      const { SampleSource } = await import('./sample/sampleSource.ts');
      return new SampleSource(emulatorFile, createRest);
    },
  };
}

/** What stands below each workspace, in this order. */
export async function workspaceSections(): Promise<readonly WorkspaceSection[]> {
  const [{ sqlPoolsSection }, { sparkPoolsSection }, { accessControlSection }] = await Promise.all([
    import('./features/sqlPools/sqlPoolNodes.ts'),
    import('./features/sparkPools/sparkPoolNodes.ts'),
    import('./features/accessControl/accessControlNodes.ts'),
  ]);
  return [sqlPoolsSection, sparkPoolsSection, accessControlSection];
}

/** What can show its properties as JSON. */
export async function propertiesReaders(): Promise<readonly PropertiesReader[]> {
  const [{ explorerProperties }, { sqlPoolProperties }, { sparkPoolProperties }, { roleAssignmentProperties }] =
    await Promise.all([
      import('./features/explorer/explorerProperties.ts'),
      import('./features/sqlPools/sqlPoolProperties.ts'),
      import('./features/sparkPools/sparkPoolProperties.ts'),
      import('./features/accessControl/roleAssignmentProperties.ts'),
    ]);
  return [...explorerProperties, sqlPoolProperties, sparkPoolProperties, roleAssignmentProperties];
}
