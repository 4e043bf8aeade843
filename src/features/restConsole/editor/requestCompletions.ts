import * as vscode from 'vscode';
import type { TypeSchema } from '../../../api/requestSchema.ts';
import { placeVariables } from '../places/placeValues.ts';
import { knownOperations, knownTypes } from '../requests/operationCatalogue.ts';
import { completionsAt } from '../schema/completions.ts';
import { typeText } from '../schema/types.ts';
import { type LookedAt, requestAt } from './lookAt.ts';

const workspacePath =
  /^\/subscriptions\/\{subscriptionId\}\/resourceGroups\/\{resourceGroupName\}\/providers\/Microsoft\.Synapse\/workspaces\/\{workspaceName\}/u;

/** What can be written at a place: methods and paths, query, headers, variables, members and values of the body. */
export function completionItems(
  document: vscode.TextDocument,
  position: vscode.Position,
  looked: LookedAt,
): vscode.CompletionItem[] {
  const before = document.lineAt(position.line).text.slice(0, position.character);
  const reference = /\{\{\s*[\w.$-]*$/u.exec(before);
  if (reference) return variableItems(looked);
  const inBody = bodyAt(position, looked);
  if (inBody) return bodyItems(inBody);
  const request = looked.document.requests[requestAt(looked.document, position.line)];
  const operation = looked.operations[requestAt(looked.document, position.line)];
  const inHead = request && position.line > request.lines.request && position.line < request.lines.body;
  if (/[?&][^=]*$/u.test(before)) return namesOf(operation?.request.query, vscode.CompletionItemKind.Property, '=');
  if (inHead && !before.includes(':'))
    return namesOf(operation?.request.headers, vscode.CompletionItemKind.Field, ': ');
  const line = /^([A-Za-z]*)(\s+)?(\S*)$/u.exec(before);
  return line && !inHead ? requestItems(line, position) : [];
}

/** The body at a place, with the place's distance from its beginning and its type. */
export function bodyAt(
  position: vscode.Position,
  { document: parsed, operations }: LookedAt,
): { readonly body: string; readonly offset: number; readonly line: number; readonly schema: TypeSchema } | undefined {
  const index = parsed.requests.findIndex(({ lines }) => lines.body <= position.line && position.line < lines.end);
  const request = parsed.requests[index];
  const schema = operations[index]?.request.body;
  if (request?.body === undefined || !schema || schema.type === 'binary') return undefined;
  const lines = request.body.split('\n');
  const above = lines.slice(0, position.line - request.lines.body);
  const offset = above.reduce((sum, line) => sum + line.length + 1, 0) + position.character;
  return { body: request.body, offset, line: request.lines.body, schema };
}

function bodyItems({ body, offset, line, schema }: NonNullable<ReturnType<typeof bodyAt>>): vscode.CompletionItem[] {
  const positionOf = (at: number): vscode.Position => {
    const above = body.slice(0, at).split('\n');
    return new vscode.Position(line + above.length - 1, above.at(-1)?.length ?? 0);
  };
  return completionsAt(body, offset, schema, knownTypes).map(({ label, type, required, text, isMember, from, to }) => {
    const kind = isMember ? vscode.CompletionItemKind.Property : vscode.CompletionItemKind.Value;
    const item = new vscode.CompletionItem({ label, description: type }, kind);
    item.insertText = text;
    item.filterText = body.slice(from, to).startsWith('"') ? JSON.stringify(label.replace(/^"|"$/gu, '')) : label;
    item.range = new vscode.Range(positionOf(from), positionOf(to));
    item.sortText = `${required ? '0' : '1'}${label}`;
    if (required) item.detail = vscode.l10n.t('required');
    return item;
  });
}

function namesOf(
  declared: Readonly<Record<string, TypeSchema>> | undefined,
  kind: vscode.CompletionItemKind,
  after: string,
): vscode.CompletionItem[] {
  return Object.entries(declared ?? {}).map(([name, schema]) => {
    const item = new vscode.CompletionItem({ label: name, description: typeText(schema, knownTypes) }, kind);
    item.insertText = `${name}${after}`;
    return item;
  });
}

function variableItems({ document }: LookedAt): vscode.CompletionItem[] {
  const names = new Set([...document.variables.map(({ name }) => name), ...placeVariables, '$guid']);
  return [...names].map((name) => new vscode.CompletionItem(name, vscode.CompletionItemKind.Variable));
}

function requestItems(
  [, word = '', space, path = '']: RegExpExecArray,
  position: vscode.Position,
): vscode.CompletionItem[] {
  const method = word.toUpperCase();
  const found = knownOperations.filter(({ operation }) => space === undefined || operation.method === method);
  const start = space === undefined ? 0 : position.character - path.length;
  return found.map(({ operation, group, verb }) => {
    const target = operation.path
      .replace(workspacePath, '{{workspaceId}}')
      .replaceAll(/(?<!\{)\{(\w+)\}(?!\})/gu, '{{$1}}');
    const text = space === undefined ? `${operation.method} ${target}` : target;
    const item = new vscode.CompletionItem(
      { label: text, description: `${group}: ${verb}` },
      vscode.CompletionItemKind.Function,
    );
    item.detail = operation.id;
    item.filterText = text;
    item.range = new vscode.Range(position.line, start, position.line, position.character);
    return item;
  });
}
