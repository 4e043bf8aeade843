import { JsonText } from '../../http/jsonText.ts';
import type { Workspace } from '../../store/model.ts';
import type { Resource, ResourceCollection } from '../../store/resources.ts';
import type { Context } from '../context.ts';
import { isObject, type JsonObject } from '../requestBody.ts';

/** The artifacts of one type, by the path of the type: `pipelines`. What the sample has is there from the first look. */
export function artifactsOf({ store }: Pick<Context, 'store'>, workspace: Workspace, path: string): ResourceCollection {
  return store.resources.of(workspace, path, () => workspace.artifacts(path));
}

/** `properties` of an artifact, to look into; what is told to clients is the text. */
export function propertiesOf({ members }: Resource): JsonObject {
  const { properties } = members;
  const value: unknown = properties instanceof JsonText ? JSON.parse(properties.text) : properties;
  return isObject(value) ? value : {};
}
