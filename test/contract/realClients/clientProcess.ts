import { accessControlScenarios } from './accessControl.ts';
import { artifactScenarios } from './artifacts.ts';
import { firewallScenarios } from './firewall.ts';
import { identityScenarios } from './identities.ts';
import { integrationRuntimeScenarios } from './integrationRuntimes.ts';
import { poolScenarios } from './pools.ts';
import { resourceScenarios } from './resources.ts';
import { runScenarios } from './runs.ts';
import type { Scenarios, SignIn } from './signIn.ts';
import { sqlScriptScenarios } from './sqlScripts.ts';
import { sqlPoolPartScenarios } from './sqlPoolParts.ts';
import { workspaceScenarios } from './workspaces.ts';
import { workspaceSettingScenarios } from './workspaceSettings.ts';

/** To the process: carry out a scenario. */
export interface ScenarioRequest {
  readonly name: string;
  readonly signIn: SignIn;
}

/** From the process: it is done, or what was wrong (a stack). */
export interface ScenarioReport {
  readonly name: string;
  readonly failure?: string;
}

const scenarios: Scenarios = {
  ...resourceScenarios,
  ...workspaceScenarios,
  ...workspaceSettingScenarios,
  ...poolScenarios,
  ...sqlPoolPartScenarios,
  ...integrationRuntimeScenarios,
  ...accessControlScenarios,
  ...firewallScenarios,
  ...sqlScriptScenarios,
  ...artifactScenarios,
  ...runScenarios,
  ...identityScenarios,
};

process.on('message', ({ name, signIn }: ScenarioRequest) => {
  void carryOut(name, signIn).then((report) => process.send?.(report));
});

async function carryOut(name: string, signIn: SignIn): Promise<ScenarioReport> {
  try {
    const scenario = scenarios[name];
    if (scenario === undefined) throw new Error(`There is no scenario '${name}'.`);
    await scenario(signIn);
    return { name };
  } catch (error) {
    return { name, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
