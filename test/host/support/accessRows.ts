import { idOf } from '../../../emulator/store/ids.ts';
import { childrenOf, entryAt, explorerTree } from './explorer.ts';
import { until } from './until.ts';

export const contoso = 'Contoso Production';
/** Where the standard sample has names, people, groups and applications of all kinds. */
export const sales = [contoso, 'contoso-sales', 'Access control'] as const;
/** Where it has odd names and principals that are gone. */
export const genomics = ['Research & <b>"Üser"</b> ../x', 'research-genomics', 'Access control'] as const;
/** Requests that change role assignments. */
export const roleChanges = /^(PUT|DELETE) .*\/roleAssignments\//;

/** Object id of somebody of the sample's directory. */
export const person = (mail: string): string => idOf('user', `${mail}@contoso.onmicrosoft.com`);

/** What rows show: label and description. */
export async function rowsAt(...path: readonly string[]): Promise<string[]> {
  const entries = await childrenOf(await entryAt(...path));
  return entries.map(({ node }) => [node.label, node.description].filter((text) => text !== undefined).join(' | '));
}

/** Looks at the rows below a place whenever the tree tells of a change, until they fit. */
export async function untilRows(path: readonly string[], fits: (shown: string[]) => boolean): Promise<string[]> {
  const tree = await explorerTree();
  let changes = 0;
  const listener = tree.onDidChangeTreeData(() => (changes += 1));
  try {
    for (;;) {
      const seen = changes;
      const shown = await rowsAt(...path);
      if (fits(shown)) return shown;
      const what = `other rows than ${shown.join(', ')}`;
      await until(what, () => (changes > seen ? true : undefined), tree.onDidChangeTreeData);
    }
  } finally {
    listener.dispose();
  }
}
