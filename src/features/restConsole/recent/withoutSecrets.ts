import type { HttpDocument, HttpRequest, RequestText } from '../document/httpDocument.ts';
import { type DocumentText, printDocument } from '../document/printDocument.ts';
import { variablesIn } from '../document/variables.ts';
import { isSecretName, mask } from '../replies/secrets.ts';
import { type Node, parseTree } from '../schema/jsonText.ts';
import { maskSecrets } from '../../../azure/maskSecrets.ts';

const onlyVariable = /^\{\{\s*[^{}]+\s*\}\}$/u;

/**
 * A document with one request and the variables that it uses, fit to be kept: where a secret stood there is a variable without
 * a value, so that whoever sends it again is asked for it.
 */
export function keptText({ variables }: Pick<HttpDocument, 'variables'>, request: HttpRequest): string {
  const secrets = new Set<string>();
  const kept = withoutSecrets(request, secrets);
  const used = new Set(['workspace', 'tenant', 'account']);
  const use = (text: string): void => {
    for (const name of variablesIn(text)) {
      if (used.has(name)) continue;
      used.add(name);
      use(variables.find((variable) => variable.name === name)?.value ?? '');
    }
  };
  use(JSON.stringify(kept));
  const text: DocumentText = {
    variables: variables
      .filter(({ name }) => used.has(name) && !secrets.has(name) && !isSecretName(name))
      .map(({ name, value }) => ({ name, value: maskSecrets(value) })),
    requests: [kept],
  };
  return printDocument(text);
}

/** @param secrets Gets the names of the variables that hold secrets. */
function withoutSecrets({ lines: _lines, body, ...request }: HttpRequest, secrets: Set<string>): RequestText {
  const pair = ([name, value]: readonly [string, string]): readonly [string, string] => {
    if (!isSecretName(name) && name.toLowerCase() !== 'sig') return [name, maskSecrets(value)];
    for (const variable of variablesIn(value)) secrets.add(variable);
    return [name, onlyVariable.test(value) ? value : `{{${variableFor(name)}}}`];
  };
  return {
    ...request,
    path: maskSecrets(request.path),
    query: request.query.map(pair),
    headers: request.headers.map(pair),
    ...(body !== undefined && { body: bodyWithoutSecrets(body, secrets) }),
  };
}

function bodyWithoutSecrets(body: string, secrets: Set<string>): string {
  const root = parseTree(body);
  // What is no JSON is bytes for a library: nobody can tell what is in it.
  if (!root || (root.type !== 'object' && root.type !== 'array')) return JSON.stringify(mask);
  const found: { readonly node: Node; readonly name: string }[] = [];
  collect(root, '', false, found);
  let text = body;
  for (const { node, name } of found.toReversed()) {
    const value = String(node.value);
    for (const variable of variablesIn(value)) secrets.add(variable);
    if (onlyVariable.test(value)) continue;
    text = `${text.slice(0, node.offset)}"{{${variableFor(name)}}}"${text.slice(node.offset + node.length)}`;
  }
  return maskSecrets(text);
}

/** In the order of the text. */
function collect(node: Node, name: string, secret: boolean, found: { node: Node; name: string }[]): void {
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
  } else if (secret && node.type !== 'null' && node.type !== 'boolean' && node.value !== '') found.push({ node, name });
}

function variableFor(name: string): string {
  return name.replaceAll(/[^\w.-]/gu, '_').replace(/^[^A-Za-z_]/u, '_');
}
