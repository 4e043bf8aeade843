import { documentFor } from '../../../../../src/features/restConsole/ask/documentFor.ts';
import { parameterNames } from '../../../../../src/features/restConsole/ask/fittingOperations.ts';
import { printDocument } from '../../../../../src/features/restConsole/document/printDocument.ts';
import type { PlaceOfValues } from '../../../../../src/features/restConsole/places/placeValues.ts';
import { templateSegments } from '../../../../../src/features/restConsole/requests/matchOperation.ts';
import type { KnownOperation } from '../../../../../src/features/restConsole/requests/operationCatalogue.ts';
import { fixtures, later, type Memory, names, type OperationFixture } from './operationFixtures.ts';

/** The document with which an operation is sent in tests: as the console makes it, with the fixture's names, query and body. */
export function requestTextFor(
  known: KnownOperation,
  place: PlaceOfValues,
  memory: Memory,
  fixture: OperationFixture = fixtures[known.name] ?? {},
): string {
  const { subscriptionId, resourceGroupName, workspaceName } = place;
  const inWorkspace = { subscriptionId, resourceGroupName, workspaceName };
  const given: Readonly<Record<string, string>> = {
    ...names,
    ...inWorkspace,
    scope: place.id.slice(1),
    resourceId: place.id.slice(1),
    ...later(fixture.path, memory),
  };
  const wanted = parameterNames(templateSegments(known.operation.path));
  const parameters = Object.fromEntries(
    wanted.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])),
  );
  const { variables, requests } = documentFor(known, parameters, { workspace: workspaceName, inWorkspace });
  const query = Object.entries(later(fixture.query, memory) ?? {});
  const body = later(fixture.body, memory);
  return printDocument({
    variables,
    requests: requests.map((request) => {
      const { file, body: skeleton, ...rest } = request;
      const text =
        body === undefined ? (skeleton ?? file) : typeof body === 'string' ? body : JSON.stringify(body, undefined, 2);
      return {
        ...rest,
        query: [...rest.query.filter(([name]) => !query.some(([own]) => own === name)), ...query],
        ...(text !== undefined && { body: text }),
      };
    }),
  });
}
