import { ServiceError } from '../../http/serviceError.ts';
import type { Reply } from '../../http/exchange.ts';
import { JsonText } from '../../http/jsonText.ts';
import { membersOf } from '../../json/jsonMembers.ts';
import type { Action, Asset } from '../../resources/group.ts';
import type { Workspace } from '../../store/model.ts';
import type { Members, Resource } from '../../store/resources.ts';
import { acceptedArtifact, operationScope } from '../artifacts/artifactOperations.ts';
import { artifactsOf, propertiesOf } from '../artifacts/artifactDocuments.ts';
import type { Keeps } from '../artifacts/keeps.ts';
import { jsonOf, type Rewrite } from '../artifacts/artifactProperties.ts';
import { objectsOf } from '../pipelines/planRun.ts';
import { fireTriggers, isStarted } from './fireTriggers.ts';

/** Whether it fires is the service's own business: a new trigger is stopped, another one stays as it is. */
function keepsState(_: number, existing: Resource | undefined): Rewrite {
  const state = existing !== undefined && isStarted(propertiesOf(existing)) ? 'Started' : 'Stopped';
  return (properties) => {
    properties.set('runtimeState', JSON.stringify(state));
  };
}

/** A trigger that is started can be neither changed nor deleted (Synapse-workspace-deployment#46: the operation says so). */
export const keepsStarted: Keeps = {
  toldBy: 'started-trigger',
  reason: ({ existing }) => {
    if (existing === undefined || !isStarted(propertiesOf(existing))) return undefined;
    const message = 'Cannot update enabled Trigger; the trigger needs to be disabled first.';
    return { code: 'TriggerEnabledCannotUpdate', message };
  },
};

/** Recorded as answered at once, although both are declared as long-running (table of operations). */
function settingState(id: string, path: string, state: 'Started' | 'Stopped'): Action<Workspace> {
  return {
    id,
    path,
    asked: 'write',
    answer: ({ place: { context, workspace }, resource }) => {
      const trigger = propertiesOf(resource);
      const isWithout = objectsOf(trigger['pipelines']).length + objectsOf([trigger['pipeline']]).length === 0;
      if (state === 'Started' && isWithout) {
        const text = `The trigger '${resource.name}' cannot be started: it has no pipeline.`;
        throw new ServiceError(400, 'BadRequest', text);
      }
      // What it has fired up to now stays; from now on it fires, or does not.
      fireTriggers(context, workspace);
      if (isStarted(trigger) === (state === 'Started')) return { status: 200 };
      const now = context.clock();
      workspace.work().runs.firedUntil.set(resource.name.toLowerCase(), now);
      artifactsOf(context, workspace, 'triggers').put(resource.name, withState(resource, state), now);
      return { status: 200 };
    },
  };
}

function withState({ members }: Resource, state: string): Members {
  const { properties } = members;
  const text = properties instanceof JsonText ? properties.text : JSON.stringify(properties);
  return { properties: jsonOf(membersOf(text).set('runtimeState', JSON.stringify(state))) };
}

/** Subscribing takes an operation's time; events happen to nobody here. */
function subscribing(id: string, path: string, isWanted: boolean): Action<Workspace> {
  return {
    id,
    path,
    asked: 'write',
    answer: ({ place: { call, context, workspace }, resource: { name } }): Reply => {
      const { operations } = context;
      const { subscribed } = workspace.work().runs;
      const key = name.toLowerCase();
      const operation = operations.start({
        scopePath: operationScope(workspace),
        fails: call.operationFails,
        succeeded: () => (isWanted ? subscribed.add(key) : subscribed.delete(key)),
        failed: () => undefined,
        result: () => ({ status: 200, body: { triggerName: name, status: isWanted ? 'Enabled' : 'Disabled' } }),
      });
      return acceptedArtifact(operation, { call, workspace, retryAfter: operations.retryAfter });
    },
  };
}

function subscription({ place: { workspace }, resource: { name } }: Asset<Workspace>): Reply {
  const isSubscribed = workspace.work().runs.subscribed.has(name.toLowerCase());
  return { status: 200, body: { triggerName: name, status: isSubscribed ? 'Enabled' : 'Disabled' } };
}

/** What triggers have beside being documents: specification `triggers.json`. */
export const pipelineTriggers = {
  rewrite: keepsState,
  actions: [
    settingState('Trigger_StartTrigger', 'start', 'Started'),
    settingState('Trigger_StopTrigger', 'stop', 'Stopped'),
    subscribing('Trigger_SubscribeTriggerToEvents', 'subscribeToEvents', true),
    subscribing('Trigger_UnsubscribeTriggerFromEvents', 'unsubscribeFromEvents', false),
    {
      id: 'Trigger_GetEventSubscriptionStatus',
      path: 'getEventSubscriptionStatus',
      asked: 'read',
      answer: subscription,
    },
  ] satisfies Action<Workspace>[],
};
