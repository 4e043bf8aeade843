import type { Reply } from '../../http/exchange.ts';
import { route, type Call, type Route } from '../../http/routes.ts';
import { isGuid } from '../../store/ids.ts';
import type { Context } from '../context.ts';
import { objectBody } from '../requestBody.ts';
import { identitiesOf } from '../accessControl/rights.ts';
import { directoryOfCaller, notFound } from './callersDirectory.ts';
import { graphError } from './graphError.ts';
import { objectOf, odataTypeOf } from './objects.ts';

/** Ids of one request (reference of `directoryObject: getByIds`). */
const mostIds = 1000;

/** `directoryObject: getByIds` and `getMemberGroups` of Microsoft Graph 1.0. */
export function directoryObjectRoutes(context: Context): Route[] {
  const common = { service: 'graph', method: 'POST', apiVersions: [] } as const;

  function byIds(call: Call): Reply {
    const body = objectBody(call.request);
    const ids = textsOf(call, body['ids'], 'ids');
    if (ids.length > mostIds) {
      throw graphError(call.request, 400, 'Request_BadRequest', `Too many elements in 'ids': at most ${mostIds}.`);
    }
    const wrong = ids.find((id) => !isGuid(id));
    if (wrong !== undefined) throw graphError(call.request, 400, 'Request_BadRequest', `Invalid GUID:${wrong}`);
    const types = (body['types'] === undefined ? [] : textsOf(call, body['types'], 'types')).map((type) =>
      type.toLowerCase(),
    );
    const isAsked = (type: string): boolean =>
      types.length === 0 || types.includes('directoryobject') || types.includes(type.toLowerCase());
    const directory = directoryOfCaller(call, context);
    const found = [...new Set(ids.map((id) => id.toLowerCase()))]
      .map((id) => directory.get(id))
      .filter((principal) => principal !== undefined)
      .filter((principal) => isAsked(odataTypeOf(principal)));
    const value = found.map((principal) => ({
      '@odata.type': `#microsoft.graph.${odataTypeOf(principal)}`,
      ...objectOf(principal),
    }));
    const { graph } = call.request.addressed.urls;
    return { status: 200, body: { '@odata.context': `${graph}/v1.0/$metadata#directoryObjects`, value } };
  }

  return [
    route({
      ...common,
      operationId: 'directoryObject_getByIds',
      path: '/v1.0/directoryObjects/getByIds',
      handle: byIds,
    }),
    route({
      ...common,
      operationId: 'directoryObject_getMemberGroups',
      path: '/v1.0/directoryObjects/{id}/getMemberGroups',
      handle: (call) => {
        const directory = directoryOfCaller(call, context);
        const principal = directory.get(call.parameters.id);
        if (principal === undefined) throw notFound(call.request, call.parameters.id);
        const groups = [...identitiesOf(principal.id, directory)].filter((id) => id !== principal.id.toLowerCase());
        const { graph } = call.request.addressed.urls;
        return {
          status: 200,
          body: { '@odata.context': `${graph}/v1.0/$metadata#Collection(Edm.String)`, value: groups },
        };
      },
    }),
  ];
}

function textsOf({ request }: Call, value: unknown, name: string): string[] {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw graphError(request, 400, 'Request_BadRequest', `'${name}' must be a list of texts.`);
}
