import { objectsOf, textOf } from '../pipelines/planRun.ts';
import { isObject, type JsonObject } from '../requestBody.ts';

/** The streams of a data flow, by name: its sources, transformations and sinks. */
export function streamsOf(dataFlow: JsonObject): string[] {
  const properties = isObject(dataFlow['properties']) ? dataFlow['properties'] : {};
  const own = isObject(properties['typeProperties']) ? properties['typeProperties'] : {};
  return ['sources', 'transformations', 'sinks'].flatMap((kind) =>
    objectsOf(own[kind]).map(({ name }) => textOf(name)),
  );
}
