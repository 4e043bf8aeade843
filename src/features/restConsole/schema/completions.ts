import type { TypeSchema } from '../../../api/requestSchema.ts';
import {
  findNodeAtLocation,
  findNodeAtOffset,
  getLocation,
  getNodePath,
  getNodeValue,
  type JSONPath,
  parseTree,
} from './jsonText.ts';
import { skeletonOf } from './skeleton.ts';
import { choicesOf, kindOf, memberOf, membersOf, type Types, typeText } from './types.ts';

/** Something to put into a body. */
export interface BodyCompletion {
  readonly label: string;
  readonly type: string;
  readonly required: boolean;
  /** What is written in place of the range. */
  readonly text: string;
  readonly isMember: boolean;
  /** The range of the text that it replaces, in characters. */
  readonly from: number;
  readonly to: number;
}

/** What can stand at a place of a body: names of members that are not there yet, or values. */
export function completionsAt(text: string, offset: number, schema: TypeSchema, types: Types): BodyCompletion[] {
  const { path, isAtPropertyKey, previousNode } = getLocation(text, offset);
  const inside =
    previousNode !== undefined && previousNode.offset <= offset && offset <= previousNode.offset + previousNode.length;
  const [from, to] = inside ? [previousNode.offset, previousNode.offset + previousNode.length] : wordAt(text, offset);
  if (isAtPropertyKey) return memberCompletions(text, offset, path.slice(0, -1), schema, types, from, to);
  const at = schemaAt(path, text, schema, types);
  if (!at) return [];
  const plain: (string | undefined)[] = choicesOf(at.schema, types).map((value) => JSON.stringify(value));
  const values = plain.length > 0 || inside ? plain : [JSON.stringify(skeletonOf(at.schema, types, 1), undefined, 2)];
  return values
    .filter((value) => value !== undefined)
    .map((value) => ({
      label: value.replace(/\s+/gu, ' '),
      type: typeText(at.schema, types),
      required: false,
      text: value,
      isMember: false,
      from,
      to,
    }));
}

/** The type of what stands at a place, with the name of the member: for a hover. */
export function typeAt(
  text: string,
  offset: number,
  schema: TypeSchema,
  types: Types,
):
  { readonly name: string; readonly type: string; readonly required: boolean; readonly readOnly: boolean } | undefined {
  const root = parseTree(text);
  const node = root && findNodeAtOffset(root, offset);
  if (!node) return undefined;
  const path = getNodePath(node.type === 'property' ? (node.children?.[0] ?? node) : node);
  const name = path.findLast((part) => typeof part === 'string');
  const at = schemaAt(path, text, schema, types);
  if (!at || name === undefined) return undefined;
  return { name, type: typeText(at.schema, types), required: at.required, readOnly: at.schema.readOnly === true };
}

function memberCompletions(
  text: string,
  offset: number,
  path: JSONPath,
  schema: TypeSchema,
  types: Types,
  from: number,
  to: number,
): BodyCompletion[] {
  const at = schemaAt(path, text, schema, types);
  if (!at) return [];
  const root = parseTree(text);
  const object = root && findNodeAtLocation(root, path);
  const own = kindOf(at.schema, types, object && (getNodeValue(object) as unknown));
  const there = new Set(
    (object?.children ?? []).flatMap(({ children: [key] = [] }) =>
      key && (offset < key.offset || offset > key.offset + key.length) ? [String(key.value)] : [],
    ),
  );
  const hasValue = /^\s*:/u.test(text.slice(to));
  return membersOf(own, types)
    .filter((name) => !there.has(name))
    .map((name) => {
      const member = memberOf(own, types, name) ?? { schema: {}, required: false };
      const value = JSON.stringify(skeletonOf(member.schema, types, 1), undefined, 2);
      const key = JSON.stringify(name);
      return {
        label: name,
        type: typeText(member.schema, types),
        required: member.required,
        text: hasValue ? key : `${key}: ${value}`,
        isMember: true,
        from,
        to,
      };
    });
}

function schemaAt(
  path: JSONPath,
  text: string,
  schema: TypeSchema,
  types: Types,
): { readonly schema: TypeSchema; readonly required: boolean } | undefined {
  const root = parseTree(text);
  let at: { readonly schema: TypeSchema; readonly required: boolean } | undefined = { schema, required: false };
  path.forEach((part, depth) => {
    if (!at) return;
    const node = root && findNodeAtLocation(root, path.slice(0, depth));
    const own = kindOf(at.schema, types, node && (getNodeValue(node) as unknown));
    if (typeof part === 'number') at = { schema: own.items ?? {}, required: false };
    // The member that tells kinds apart is the family's, whichever kind it names now.
    else
      at =
        memberOf(at.schema, types, part)?.schema.open === true
          ? memberOf(at.schema, types, part)
          : memberOf(own, types, part);
  });
  return at;
}

/** The bare word around a place, for values that are not in quotes yet. */
function wordAt(text: string, offset: number): [number, number] {
  const before = /[\w"$.-]*$/u.exec(text.slice(0, offset))?.[0].length ?? 0;
  const after = /^[\w"$.-]*/u.exec(text.slice(offset))?.[0].length ?? 0;
  return [offset - before, offset + after];
}
