import type { TypeSchema } from '../../../api/requestSchema.ts';
import { resolved, type Types } from './types.ts';

/** Required members of required members of …: deeper than any specification goes. */
const deepest = 12;

/**
 * A body to begin with: the members that must be there, with empty values of their types or the first that is possible. What
 * Azure Resource Manager calls `properties` is there even where it need not be, since everything is in it.
 */
export function skeletonOf(schema: TypeSchema, types: Types, depth = 0): unknown {
  const own = resolved(schema, types);
  const [first] = own.enum ?? [];
  if (first !== undefined) return first;
  switch (own.type) {
    case 'array':
      return [];
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return 0;
    case 'string':
      return own.format === 'uuid' ? '{{$guid}}' : own.format === 'date-time' ? new Date(0).toISOString() : '';
    case 'binary':
      return undefined;
    default:
      return depth > deepest ? {} : objectOf(own, types, depth);
  }
}

function objectOf(schema: TypeSchema, types: Types, depth: number): Record<string, unknown> {
  const [kind, kindName] = Object.entries(schema.kinds?.types ?? {}).sort()[0] ?? [];
  const own = (kindName === undefined ? undefined : types[kindName]) ?? schema;
  const wanted = new Set(own.required ?? []);
  if (depth === 0 && own.properties?.['properties'] && own.properties['properties'].readOnly !== true) {
    wanted.add('properties');
  }
  const members = Object.keys(own.properties ?? {}).filter((name) => wanted.has(name));
  const entries = members.map((name): [string, unknown] => [
    name,
    name === schema.kinds?.by ? kind : skeletonOf(own.properties?.[name] ?? {}, types, depth + 1),
  ]);
  return Object.fromEntries(entries);
}
