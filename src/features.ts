import { registerAccessControl } from './features/accessControl/accessControlFeature.ts';
import { registerActivity } from './features/activity/activityFeature.ts';
import { viewId } from './features/explorer/contributions.ts';
import { registerConnect } from './features/connect/connectFeature.ts';
import { registerExplorer } from './features/explorer/explorerFeature.ts';
import type { ExplorerState } from './features/explorer/explorerState.ts';
import { WorkspaceKind } from './features/explorer/public.ts';
import { registerNetworking } from './features/networking/networkingFeature.ts';
import { registerResources } from './features/resources/resourcesFeature.ts';
import { registerRestConsole } from './features/restConsole/restConsoleFeature.ts';
import { registerSparkPools } from './features/sparkPools/sparkPoolsFeature.ts';
import { registerSqlScripts } from './features/sqlScripts/sqlScriptsFeature.ts';
import { registerSqlPools } from './features/sqlPools/sqlPoolsFeature.ts';
import { registerPublishing } from './features/sqlScripts/publishing/publishingFeature.ts';
import { diagnosticsText, forgetSecrets, propertiesReaders } from './lazyParts.ts';
import type { RegisterFeature } from './platform/featureParts.ts';
import { registerSample } from './sample/sampleFeature.ts';
import { registerSignIn } from './signIn/signInFeature.ts';

/** Every feature, with what it alone needs. */
export function features(explorer: ExplorerState): readonly RegisterFeature[] {
  return [
    (parts) => registerExplorer({ ...parts, state: explorer }),
    (parts) => {
      const { secrets, extension } = parts.context;
      return registerSignIn({
        ...parts,
        forget: async () => {
          await Promise.all([forgetSecrets(secrets), explorer.forget(), parts.tree.forget()]);
        },
        diagnostics: () => diagnosticsText({ ...parts, extension }),
      });
    },
    (parts) => registerSample({ ...parts, viewId }),
    registerSqlPools,
    registerSqlScripts,
    registerPublishing,
    registerNetworking,
    registerAccessControl,
    registerSparkPools,
    registerConnect,
    registerActivity,
    registerRestConsole,
    (parts) => registerResources({ ...parts, readers: propertiesReaders, askFor: WorkspaceKind }),
  ];
}
