import {
  formatScope,
  itemScopeKinds,
  parseScope,
  scopeKey,
  spelledKind,
  type SynapseScope,
  workspaceKind,
} from '../scope.ts';
import type { RowFault } from './importFile.ts';
import type { RawRow } from './rawRow.ts';

export interface ScopeContext {
  readonly workspaceName: string;
  /** Keys of the scopes at which there are assignments. */
  readonly presentScopes: ReadonlySet<string>;
  readonly items?: ReadonlyMap<string, readonly string[]>;
  /** The workspace that the file is from, in whose place this one is taken; undefined for a file from several. */
  readonly source: string | undefined;
  /** Whether the file tells scopes at all: a list without them is about the whole workspace. */
  readonly hasScope: boolean;
}

/** The scope of a row in this workspace. */
export function scopeOf(text: string | undefined, context: ScopeContext): string | RowFault {
  const { workspaceName, presentScopes, source, hasScope } = context;
  if (text === undefined) return hasScope ? { why: 'noScope' } : formatScope({ workspaceName, kind: workspaceKind });
  const scope = read(text, workspaceName);
  if (!scope) return { why: 'unreadableScope', scope: text };
  const named = scope.workspaceName.toLowerCase();
  if (named !== workspaceName.toLowerCase() && named !== source?.toLowerCase()) {
    return { why: 'otherWorkspace', workspaceName: scope.workspaceName };
  }
  const { kind, item } = scope;
  if (item === undefined) return formatScope({ workspaceName, kind });
  const here = formatScope({ workspaceName, kind, item });
  const known = itemsOf(kind, context);
  // What somebody has a role at is there, or was when they got it; either way it can be named.
  if (known === undefined || presentScopes.has(scopeKey(here))) return here;
  const counterpart = known.find((name) => name.toLowerCase() === item.toLowerCase());
  if (counterpart === undefined) return { why: 'noCounterpart', kind, item };
  return formatScope({ workspaceName, kind, item: counterpart });
}

/** The workspaces that the scopes of a file name, each once. */
export function workspacesIn(rows: readonly RawRow[]): string[] {
  const names = new Map<string, string>();
  for (const { fields } of rows) {
    const name = fields.scope === undefined ? undefined : parseScope(fields.scope)?.workspaceName;
    if (name !== undefined && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  }
  return [...names.values()];
}

/** Besides whole scopes, what people write: `workspace`, or an item's kind and name alone. */
function read(text: string, workspaceName: string): SynapseScope | undefined {
  if (text.toLowerCase() === workspaceKind) return { workspaceName, kind: workspaceKind };
  const scope = parseScope(text);
  if (scope) return scope;
  const kinds: readonly string[] = itemScopeKinds;
  const kind = spelledKind(text.split('/')[0] ?? '');
  return kinds.includes(kind) ? parseScope(`workspaces/${workspaceName}/${text}`) : undefined;
}

function itemsOf(kind: string, { items }: ScopeContext): readonly string[] | undefined {
  return [...(items ?? [])].find(([each]) => each.toLowerCase() === kind.toLowerCase())?.[1];
}
