import { isObject, member, textMember } from './json.ts';

/** Where a long-running operation stands, whatever words its service uses. */
export type Progress = 'running' | 'succeeded' | 'failed';

/** In the order in which the services' bodies are asked: status documents, artifacts' records, resources. */
export function stateIn(body: unknown): string | undefined {
  return textMember(body, 'status') ?? textMember(body, 'state') ?? provisioningState(body);
}

export function provisioningState(body: unknown): string | undefined {
  return textMember(member(body, 'properties'), 'provisioningState') ?? textMember(body, 'provisioningState');
}

/** A status document's or a provisioning state's word. Words that are not known mean: not yet at the end. */
export function progressOf(state: string): Progress {
  switch (state.toLowerCase()) {
    case 'succeeded':
    case 'success':
    case 'completed':
    case 'ready':
    // A trigger's subscription to events (TriggerSubscriptionOperationStatus of the specification triggers.json).
    case 'enabled':
    case 'disabled':
      return 'succeeded';
    case 'failed':
    case 'failure':
    case 'canceled':
    case 'cancelled':
    case 'timedout':
      return 'failed';
    default:
      return 'running';
  }
}

/**
 * Reads a reply of an `Azure-AsyncOperation` URL: always 200 with a status document (recordings azure-cli.workspaces,
 * azure-cli.sql_pool). A document without a state can only be the end.
 */
export function progressOfStatus(body: unknown): Progress {
  const state = textMember(body, 'status') ?? provisioningState(body);
  return state === undefined ? 'succeeded' : progressOf(state);
}

/**
 * Reads a reply of a `Location` URL: 202 while it runs, then anything else with the resource or with nothing. Failure may
 * come with 200 as a status document (Azure/azure-rest-api-specs#22035), and so might progress; no resource has a
 * `status` beside its properties.
 */
export function progressOfResult(status: number, body: unknown): Progress {
  const state = textMember(body, 'status');
  const progress = state === undefined ? undefined : progressOf(state);
  if (progress === 'failed') return 'failed';
  if (status === 202) return 'running';
  return progress === undefined || isObject(member(body, 'properties')) ? 'succeeded' : progress;
}
