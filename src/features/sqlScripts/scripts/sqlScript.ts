import { type ExactDocument, numberIn } from '../../../azure/exactJson.ts';
import { isObject, member } from '../../../azure/json.ts';

/** What a script is run against. The service checks none of it (recordings azure-cli.sqlscript, azure-sdk-for-net). */
export interface ScriptConnection {
  /** `SqlOnDemand` for Built-in, `SqlPool` for a dedicated pool; Studio leaves it out. */
  readonly type?: string;
  /** `Built-in`, or a dedicated pool's name. */
  readonly poolName?: string;
  readonly databaseName?: string;
}

/** A published SQL script: the parts that we know, and the document that they were read from. */
export interface SqlScript {
  readonly name: string;
  /** Unquoted, as the body of an answer has it; absent where the service has told none. */
  readonly etag?: string;
  /** Path with `/` between its parts; empty at the top. */
  readonly folder: string;
  readonly query: string;
  readonly connection: ScriptConnection;
  readonly description: string;
  /** Rows of a result in Studio: 5000 by default there, -1 for all. */
  readonly resultLimit?: number;
  /** As it came, with the text of its numbers kept. */
  readonly document: ExactDocument;
}

/** What is to be different; what is not named stays. `undefined` in `connection` and as `resultLimit` removes. */
export interface ScriptChanges {
  readonly name?: string;
  readonly folder?: string;
  readonly query?: string;
  readonly connection?: { readonly [Member in keyof ScriptConnection]: ScriptConnection[Member] | undefined };
  readonly description?: string;
  readonly resultLimit?: number | undefined;
}

/** Reads a document; undefined for one without a name. Everything else may be missing. */
export function readScript(document: ExactDocument): SqlScript | undefined {
  const { name, etag } = document;
  if (typeof name !== 'string' || name === '') return undefined;
  const properties = member(document, 'properties');
  const content = member(properties, 'content');
  const resultLimit = numberIn(member(content, 'resultLimit'));
  return {
    name,
    ...(typeof etag === 'string' && etag !== '' && { etag }),
    folder: text(member(member(properties, 'folder'), 'name')),
    query: text(member(content, 'query')),
    connection: connectionIn(member(content, 'currentConnection')),
    description: text(member(properties, 'description')),
    ...(resultLimit !== undefined && { resultLimit }),
    document,
  };
}

/** A script that is not published yet, as Studio makes one: Built-in, master, the first 5000 rows. */
export function newScript(name: string, changes: Omit<ScriptChanges, 'name'> = {}): SqlScript {
  const document: ExactDocument = {
    name,
    properties: {
      type: 'SqlQuery',
      content: {
        query: '',
        metadata: { language: 'sql' },
        currentConnection: { type: 'SqlOnDemand', poolName: 'Built-in', databaseName: 'master' },
        resultLimit: 5000,
      },
    },
  };
  const script = { name, folder: '', query: '', connection: {}, description: '', document };
  return { ...script, ...readScript(documentOf(script, changes)) };
}

/**
 * The script's document with the changes. Only members whose value changes are touched: all others keep value, number
 * text and place.
 */
export function documentOf({ document }: Pick<SqlScript, 'document'>, changes: ScriptChanges): ExactDocument {
  const { name, folder, query, connection, description } = changes;
  const properties = objectOf(document['properties']);
  const content = objectOf(properties['content']);
  const newContent = withMembers(content, {
    ...(query !== undefined && { query }),
    ...(connection && { currentConnection: withMembers(objectOf(content['currentConnection']), connection) }),
    ...('resultLimit' in changes && numberIn(content['resultLimit']) !== changes.resultLimit
      ? { resultLimit: changes.resultLimit }
      : {}),
  });
  return withMembers(document, {
    ...(name !== undefined && { name }),
    properties: withMembers(properties, {
      content: newContent,
      ...(description !== undefined && description !== text(properties['description']) && { description }),
      ...(folder !== undefined && { folder: folderMember(properties['folder'], folder) }),
    }),
  });
}

/** `folder` of a document: null and a missing one both stand for the top and stay what they are. */
function folderMember(before: unknown, folder: string): unknown {
  if (text(member(before, 'name')) === folder) return before;
  if (folder !== '') return withMembers(objectOf(before), { name: folder });
  const { name: _name, ...others } = objectOf(before);
  return Object.keys(others).length === 0 ? undefined : others;
}

/** The object with other values in some members; `undefined` removes one. The same object where nothing changes. */
function withMembers(before: ExactDocument, members: Readonly<Record<string, unknown>>): ExactDocument {
  const changed = Object.entries(members).filter(([key, value]) => before[key] !== value);
  if (changed.length === 0) return before;
  const after = { ...before, ...Object.fromEntries(changed) };
  return Object.fromEntries(Object.entries(after).filter(([, value]) => value !== undefined));
}

function connectionIn(value: unknown): ScriptConnection {
  const { type, poolName, databaseName } = objectOf(value);
  return {
    ...(typeof type === 'string' && { type }),
    ...(typeof poolName === 'string' && { poolName }),
    ...(typeof databaseName === 'string' && { databaseName }),
  };
}

function objectOf(value: unknown): ExactDocument {
  return isObject(value) ? value : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
