import type { HttpDocument, HttpRequest, RequestText } from '../document/httpDocument.ts';
import { type DocumentText, printDocument } from '../document/printDocument.ts';
import { variablesIn } from '../document/variables.ts';
import { isSecretName } from '../replies/secrets.ts';
import { type Node, parseTree } from '../schema/jsonText.ts';
import { maskSecrets } from '../../../azure/maskSecrets.ts';

/** Characters of a body that are kept: VS Code's state is no place for whole notebooks. */
const longestBody = 100_000;

/** They say where a request goes, and stay in any case. */
const places = ['workspace', 'tenant', 'account'];

const onlyVariable = /^\{\{\s*[^{}]+\s*\}\}$/u;

/**
 * A document with one request and the variables that it uses, fit to be kept: where a secret stood there is a variable without
 * a value, so that nothing is sent again before somebody gives it one.
 */
export function keptText({ variables }: Pick<HttpDocument, 'variables'>, request: HttpRequest): string {
  const values = new Map(variables.map(({ name, value }) => [name, value]));
  const secrets = new Set([...values.keys()].filter(isSecretName));
  const kept = withoutSecrets(request, secrets);
  // What a secret is made of is one, too.
  for (const name of secrets) for (const inner of variablesIn(values.get(name) ?? '')) secrets.add(inner);
  for (const name of places) secrets.delete(name);
  const used = new Set(places);
  const use = (text: string): void => {
    for (const name of variablesIn(text)) {
      if (used.has(name)) continue;
      used.add(name);
      use(values.get(name) ?? '');
    }
  };
  use(JSON.stringify(kept));
  const text: DocumentText = {
    variables: variables
      .filter(({ name }) => used.has(name) && !secrets.has(name))
      .map(({ name, value }) => ({ name, value: withoutKnown(value) })),
    requests: [kept],
  };
  return printDocument(text);
}

/** @param secrets Gets the names of the variables that hold secrets, or stand for one. */
function withoutSecrets({ lines: _lines, body, ...request }: HttpRequest, secrets: Set<string>): RequestText {
  const pair = ([name, value]: readonly [string, string]): readonly [string, string] => {
    if (!isSecretName(name) && name.toLowerCase() !== 'sig') return [name, withoutKnown(value)];
    return [name, inPlaceOf(value, name, secrets)];
  };
  return {
    ...request,
    title: withoutKnown(request.title),
    path: withoutKnown(request.path),
    query: request.query.map(pair),
    headers: request.headers.map(pair),
    ...(body !== undefined && { body: bodyWithoutSecrets(body, secrets) }),
  };
}

function bodyWithoutSecrets(body: string, secrets: Set<string>): string {
  const root = parseTree(body);
  // What is no JSON is bytes for a library: nobody can tell what is in it.
  if (!root || (root.type !== 'object' && root.type !== 'array') || body.length > longestBody) {
    return inPlaceOf('', 'body', secrets);
  }
  const found: Found[] = [];
  collect(root, '', false, found);
  let text = body;
  for (const { node, name, secret } of found.toReversed()) {
    const value = String(node.value);
    const kept = secret ? inPlaceOf(value, name, secrets) : withoutKnown(value);
    if (kept === value) continue;
    text = `${text.slice(0, node.offset)}${JSON.stringify(kept)}${text.slice(node.offset + node.length)}`;
  }
  return text;
}

/** The variable that a secret value consists of, else one that is named after its place and has no value. */
function inPlaceOf(value: string, name: string, secrets: Set<string>): string {
  for (const variable of variablesIn(value)) secrets.add(variable);
  if (onlyVariable.test(value)) return value;
  const variable = name.replaceAll(/[^\w.-]/gu, '_').replace(/^[^A-Za-z_]/u, '_');
  secrets.add(variable);
  return `{{${variable}}}`;
}

/** A text without the keys, passwords and tokens that show by themselves to be such; no variable of that name is ever kept. */
function withoutKnown(text: string): string {
  return maskSecrets(text, [], '{{secret}}');
}

interface Found {
  readonly node: Node;
  /** Of the member that the value is, or lies in. */
  readonly name: string;
  readonly secret: boolean;
}

/** Secret values, and all other texts, in the order in which they stand. */
function collect(node: Node, name: string, secret: boolean, found: Found[]): void {
  if (node.type === 'object') {
    const secure = (node.children ?? []).some(
      ({ children: [key, value] = [] }) => key?.value === 'type' && value?.value === 'SecureString',
    );
    for (const { children: [key, value] = [] } of node.children ?? []) {
      if (!key || !value) continue;
      const member = String(key.value);
      const inside = secret || secure ? member === 'value' : isSecretName(member);
      collect(value, inside && member === 'value' && name !== '' ? name : member, inside, found);
    }
  } else if (node.type === 'array') {
    for (const item of node.children ?? []) collect(item, name, secret, found);
  } else if (node.type === 'string' || (secret && node.type === 'number')) {
    if (node.value !== '') found.push({ node, name, secret });
  }
}
