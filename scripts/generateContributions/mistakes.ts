import type { CommandDeclaration, Contributions, NodeKind } from '../../src/platform/contributions/declarations.ts';

/** What the types cannot see: each line is something that VS Code would silently show wrong or not at all. */
export function mistakesIn(features: readonly Contributions[]): string[] {
  const commands = features.flatMap(({ commands: own = {} }) => Object.entries(own));
  const kinds = features.flatMap(({ kinds: own = {} }) => Object.values(own));
  return [
    ...repeated(commands.map(([id]) => id)).map((id) => `Command ${id} is declared twice.`),
    ...repeated(kinds.map(({ name }) => name)).map((name) => `Node kind ${name} is declared twice.`),
    ...kinds.flatMap((kind) => mistakesInKind(kind, kinds)),
    ...commands.flatMap(([id, command]) => mistakesInCommand(id, command, kinds)),
    ...unknownViews(features),
    ...deadLinks(features, new Set(commands.map(([id]) => id))),
  ];
}

function mistakesInKind(kind: NodeKind, kinds: readonly NodeKind[]): string[] {
  return [
    ...(/^[a-zA-Z]+$/u.test(kind.name) ? [] : [`Node kind ${kind.name} has a name that no when clause can hold.`]),
    ...(kind.parent && !kinds.includes(kind.parent)
      ? [`Node kind ${kind.name} stands below ${kind.parent.name}, which no feature declares.`]
      : []),
  ];
}

function mistakesInCommand(id: string, command: CommandDeclaration, kinds: readonly NodeKind[]): string[] {
  const { targets = [], fileMenus = [], menu, inline, viewTitle, icon, palette } = command;
  const found: string[] = [];
  const inEditorTitle = fileMenus.some(
    ({ menu: place, group }) => place === 'editor/title' && group.startsWith('navigation'),
  );
  if ((inline !== undefined || viewTitle !== undefined || inEditorTitle) && icon === undefined) {
    found.push(`Command ${id} shows as an icon and has none.`);
  }
  if ((menu !== undefined || inline !== undefined) && targets.length === 0) {
    found.push(`Command ${id} is in a node's menu, but names no target.`);
  }
  if (targets.length > 0 && menu === undefined) found.push(`Command ${id} has targets, but no place in their menu.`);
  if (palette === false && targets.length === 0 && fileMenus.length === 0)
    found.push(`Command ${id} can be reached from nowhere.`);
  for (const { kind, flag, without } of targets) {
    if (kind && !kinds.includes(kind))
      found.push(`Command ${id} names the kind ${kind.name}, which no feature declares.`);
    const carriers = kind ? [kind] : kinds;
    for (const named of [flag, without].filter((one) => one !== undefined)) {
      if (!carriers.some(({ flags }) => flags.includes(named))) {
        found.push(`Command ${id} names the flag ${named}, which no node carries.`);
      }
    }
  }
  return found;
}

function unknownViews(features: readonly Contributions[]): string[] {
  const views = new Set(features.flatMap(({ views: own = [] }) => own.map(({ id }) => id)));
  return features
    .flatMap(({ commands = {} }) => Object.entries(commands))
    .flatMap(([id, { view }]) =>
      view === undefined || views.has(view) ? [] : [`Command ${id} is in the view ${view}, which no feature declares.`],
    );
}

/** Links in texts, and commands whose run ticks off a step of a walkthrough. */
function deadLinks(features: readonly Contributions[], commands: ReadonlySet<string>): string[] {
  const steps = features.flatMap(({ walkthroughs = [] }) => walkthroughs).flatMap((walkthrough) => walkthrough.steps);
  const idsIn = (text: string): string[] => [...text.matchAll(/command:([^)?\s]+)/giu)].map(([, id]) => id ?? '');
  return [
    ...features
      .flatMap(({ welcome = [] }) => welcome)
      .flatMap(({ contents }) => idsIn(contents))
      .filter((id) => !commands.has(id))
      .map((id) => `A welcome view links to the unknown command ${id}.`),
    ...steps.flatMap(({ id: step, description, done }) =>
      idsIn([description, ...done].join(' '))
        .filter((id) => !commands.has(id))
        .map((id) => `Step ${step} of a walkthrough names the unknown command ${id}.`),
    ),
  ];
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
