import { JsonText } from '../../http/jsonText.ts';
import { compact, membersOf } from '../../json/jsonMembers.ts';
import { objectMember, type JsonObject } from '../requestBody.ts';

/*
 * `properties` of what is put, as text: nothing of it may change but what the service itself changes. Each function gets
 * and gives members by name, their values being JSON text.
 */

/** What becomes of the properties. */
export type Rewrite = (properties: Map<string, string>) => void;

/**
 * @param needed members that the specification requires
 * @returns the text, or the name of what is missing
 */
export function putProperties(
  text: string,
  sent: JsonObject,
  needed: readonly string[],
): Map<string, string> | { readonly missing: string } {
  const properties = objectMember(sent, 'properties');
  if (properties === undefined) return { missing: 'properties' };
  const missing = needed.find((name) => (properties[name] ?? undefined) === undefined);
  if (missing !== undefined) return { missing: `properties.${missing}` };
  return membersOf(withoutSecrets(compact(membersOf(text).get('properties') ?? '{}')));
}

export function jsonOf(members: ReadonlyMap<string, string>): JsonText {
  return new JsonText(`{${[...members].map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`);
}

const value = String.raw`"(?:[^"\\]|\\.)*"`;
const secureStrings = new RegExp(
  String.raw`(\{"type":"SecureString","value":)${value}(?=\})|(\{"value":)${value}(?=,"type":"SecureString"\})`,
  'g',
);

/** Nobody gets a secret back: the specification's examples of linked services. @param text without blanks */
function withoutSecrets(text: string): string {
  return text.replace(secureStrings, (_, before: string | undefined, after: string | undefined) => {
    return `${before ?? after ?? ''}"**********"`;
  });
}

/** What is secret is kept as one text that only the service can read; here it holds nothing. */
export const secretRewrite: Rewrite = (properties) => {
  const text = properties.get('typeProperties') ?? '';
  if (!text.includes('"**********"')) return;
  const members = membersOf(text);
  if (!members.has('encryptedCredential')) members.set('encryptedCredential', '"e30="');
  properties.set('typeProperties', jsonOf(members).text);
};

/** Members that the service fills in where they are absent, after those that are there or in the place that it gives them. */
function filled(members: ReadonlyMap<string, string>, defaults: Readonly<Record<string, string>>): Map<string, string> {
  return new Map([...members, ...Object.entries(defaults).filter(([name]) => !members.has(name))]);
}

/** The members in front come in this order, the others after them. */
const notebookOrder = [
  'nbformat',
  'nbformat_minor',
  'entityState',
  'renameOperationDetails',
  'bigDataPool',
  'targetSparkConfiguration',
  'sessionProperties',
  'metadata',
  'cells',
  'folder',
  'description',
];

/** What the service makes of a notebook (recording azure-cli.notebook.json): an order of its own, and members that are null. */
export const notebookRewrite: Rewrite = (properties) => {
  const all = filled(properties, {
    entityState: 'null',
    renameOperationDetails: 'null',
    targetSparkConfiguration: 'null',
    description: 'null',
  });
  for (const [name, defaults] of Object.entries({
    sessionProperties: { conf: 'null', runAsWorkspaceSystemIdentity: 'false' },
    metadata: { a365ComputeOptions: 'null', sessionKeepAliveTimeout: '0' },
  })) {
    const inner = all.get(name);
    if (inner?.startsWith('{')) all.set(name, jsonOf(filled(membersOf(inner), defaults)).text);
  }
  properties.clear();
  for (const name of [...notebookOrder, ...all.keys()]) {
    const inner = all.get(name);
    if (inner !== undefined) properties.set(name, inner);
  }
};

/** Pipelines say when they were published, to the second (recording azure-cli.pipeline.json). */
export function publishedAt(now: number): Rewrite {
  return (properties) => {
    properties.set('lastPublishTime', JSON.stringify(`${new Date(now).toISOString().slice(0, 19)}Z`));
  };
}
