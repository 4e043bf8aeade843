import { randomBytes } from 'node:crypto';
import type { Reply } from '../../http/exchange.ts';
import type { GroupAction, Place } from '../../resources/group.ts';
import { choice, members, required } from '../../resources/members.ts';
import { idOf } from '../../store/ids.ts';
import type { Resource, ResourceCollection } from '../../store/resources.ts';
import { objectBody } from '../requestBody.ts';
import { requireSelfHosted } from './runtimeState.ts';

const names = ['authKey1', 'authKey2'] as const;

const wanted = members({ keyName: required(choice(...names)) });

/** The keys that a machine registers with. A new one is really another one. */
export const runtimeKeyActions: readonly GroupAction<Resource>[] = [
  {
    id: 'IntegrationRuntimeAuthKeys_List',
    path: 'listAuthKeys',
    asked: 'write',
    answer: (place) => {
      const keys = keysOf(place);
      return { status: 200, body: Object.fromEntries(names.map((name) => [name, keys.get(name)?.members['key']])) };
    },
  },
  { id: 'IntegrationRuntimeAuthKeys_Regenerate', path: 'regenerateAuthKey', asked: 'write', answer: regenerate },
];

/** Answers the new key alone (recorded). */
function regenerate(place: Place<Resource>): Reply {
  const keyName = String(wanted(objectBody(place.call.request))['keyName']);
  const key = keyOf(place, randomBytes(32));
  keysOf(place).put(keyName, { key }, place.context.clock());
  return { status: 200, body: { [keyName]: key } };
}

function keysOf(place: Place<Resource>): ResourceCollection {
  requireSelfHosted(place.owner);
  return place.context.store.resources.of(place.owner, 'authKeys', () =>
    names.map((name) => ({ name, members: { key: keyOf(place, Buffer.from(idOf(name, place.id))) } })),
  );
}

/** In the form of Azure Data Factory's. */
function keyOf({ owner, workspace }: Place<Resource>, secret: Buffer): string {
  return `IR@${idOf('runtime', owner.artifactId)}@${workspace.name}@${workspace.location}@${secret.toString('base64')}`;
}
