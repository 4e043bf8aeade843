import type { TypeSchema } from '../../../api/requestSchema.ts';
import { getNodeValue, type Node, parseTree } from './jsonText.ts';
import { isOpen, kindOf, memberOf, type Types, typeText } from './types.ts';

export interface BodyProblem {
  readonly offset: number;
  readonly length: number;
  readonly code: 'type' | 'missing' | 'unknown' | 'choice';
  /** The member that it is about; empty for the body itself. */
  readonly member: string;
  /** What is expected there, as `typeText` says it. */
  readonly expected: string;
}

/**
 * Where a body differs from its type. None of it keeps a request from being sent: specifications lack things that the
 * service takes. What is no JSON at all is the business of `jsonProblems`.
 */
export function bodyProblems(text: string, schema: TypeSchema, types: Types): BodyProblem[] {
  const root = parseTree(text);
  return root ? problemsOf(root, schema, types, '') : [];
}

function problemsOf(node: Node, schema: TypeSchema, types: Types, member: string): BodyProblem[] {
  const own = kindOf(schema, types, node.type === 'object' ? (getNodeValue(node) as unknown) : undefined);
  const at = (code: BodyProblem['code'], where: Node = node, about = member): BodyProblem => {
    const { offset, length } = where;
    return {
      offset,
      length: where === node && node.type === 'object' ? 1 : length,
      code,
      member: about,
      expected: typeText(schema, types),
    };
  };
  if (node.type === 'null') return own.nullable === true || own.type === undefined ? [] : [at('type')];
  if (!fits(node, own)) return [at('type')];
  if (own.enum && own.open !== true && !own.enum.includes(node.value as string)) return [at('choice')];
  if (node.type === 'array') {
    return (node.children ?? []).flatMap((item) => problemsOf(item, own.items ?? {}, types, member));
  }
  if (node.type !== 'object') return [];
  const there = new Map<string, Node>();
  const found: BodyProblem[] = [];
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    if (!key || typeof key.value !== 'string') continue;
    const name = key.value;
    there.set(name, property);
    const known = memberOf(own, types, name);
    if (known && value) found.push(...problemsOf(value, known.schema, types, name));
    else if (!known && !isOpen(own)) found.push(at('unknown', key, name));
  }
  const missing = (own.required ?? []).filter((name) => !there.has(name)).map((name) => at('missing', node, name));
  return [...missing, ...found];
}

function fits(node: Node, { type }: TypeSchema): boolean {
  switch (type) {
    case undefined:
    case 'binary':
      return true;
    case 'integer':
    case 'number':
      return node.type === 'number';
    default:
      return node.type === type;
  }
}
