import type { Identity } from '../../platform/tenants.ts';

/** Names a script for `synapse.sqlScript.open`, as a deep link or another feature has it. */
export interface ScriptLink extends Identity {
  /** Azure resource id of the script: `…/workspaces/{workspace}/sqlScripts/{name}`; the name as it is, not escaped. */
  readonly id: string;
}
