import { whenOf } from '../../src/platform/contributions/contextValue.ts';
import type {
  CommandDeclaration,
  Contributions,
  ViewDeclaration,
} from '../../src/platform/contributions/declarations.ts';

/** The view that commands belong to when they name no other. */
const explorerView = 'synapse.explorer';
const category = 'Synapse';

/** What package.json says about the extension as a whole. */
const description =
  'Azure Synapse Analytics in the sidebar: workspaces, SQL pools, Apache Spark pools and access control.';

interface MenuEntry {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}

type Contributes = Readonly<Record<string, unknown>>;

/** Keeps an English text under a key, and answers how package.json refers to it. */
type Text = (key: string, english: string) => string;

export interface Manifest {
  /** `contributes` of package.json. */
  readonly contributes: Contributes;
  /** package.nls.json: English text by key. */
  readonly texts: Readonly<Record<string, string>>;
}

/** Turns the features' declarations into what VS Code reads. */
export function manifestOf(features: readonly Contributions[]): Manifest {
  const texts: Record<string, string> = { description };
  const text: Text = (key, english) => {
    texts[key] = english;
    return `%${key}%`;
  };
  const commands = features.flatMap(({ commands: own = {} }) => Object.entries(own));
  const views = features.flatMap(({ views: own = [] }) => own);
  return {
    contributes: {
      ...viewsOf(views, text),
      viewsWelcome: features
        .flatMap(({ welcome = [] }) => welcome)
        .map(({ view, contents, when }, index) => ({
          view,
          contents: text(`welcome.${index + 1}`, contents),
          ...(when !== undefined && { when }),
        })),
      ...walkthroughsOf(features, text),
      commands: commands.map(([command, { title, icon }]) => ({
        command,
        title: text(`command.${command}`, title),
        category,
        ...(icon !== undefined && { icon: `$(${icon})` }),
      })),
      menus: menusOf(commands),
      ...keybindingsOf(commands),
      ...languagesOf(features, text),
      configuration: {
        title: text('configuration', 'Synapse Explorer'),
        properties: settingsOf(features, text),
      },
    },
    texts,
  };
}

/** Containers, each once, with their views: those that are open at first stand above the others. */
function viewsOf(views: readonly ViewDeclaration[], text: Text): Pick<Contributes, 'viewsContainers' | 'views'> {
  const byContainer = Map.groupBy(views, ({ container }) => container.id);
  const inOrder = (own: readonly ViewDeclaration[]): ViewDeclaration[] =>
    own.toSorted((a, b) => Number(a.collapsed ?? false) - Number(b.collapsed ?? false));
  return {
    viewsContainers: {
      activitybar: [...byContainer.values()].flatMap(([first]) =>
        first ? [{ ...first.container, title: text(`container.${first.container.id}`, first.container.title) }] : [],
      ),
    },
    views: Object.fromEntries(
      [...byContainer].map(([id, own]) => [
        id,
        inOrder(own).map(({ id: view, name, collapsed }) => ({
          id: view,
          name: text(`view.${view}`, name),
          ...(collapsed === true && { visibility: 'collapsed' }),
        })),
      ]),
    ),
  };
}

/** Pictures are there once for dark themes and once for light ones. */
function walkthroughsOf(
  features: readonly Contributions[],
  text: (key: string, english: string) => string,
): Record<string, unknown> {
  const walkthroughs = features.flatMap(({ walkthroughs: own = [] }) => own);
  if (walkthroughs.length === 0) return {};
  return {
    walkthroughs: walkthroughs.map(({ id, title, description, steps }) => ({
      id,
      title: text(`walkthrough.${id}`, title),
      description: text(`walkthrough.${id}.description`, description),
      steps: steps.map((step) => {
        const key = `walkthrough.${id}.${step.id}`;
        const [dark, light] = [`media/${step.picture}-dark.png`, `media/${step.picture}-light.png`];
        return {
          id: step.id,
          title: text(key, step.title),
          description: text(`${key}.description`, step.description),
          media: { image: { dark, light, hc: dark, hcLight: light }, altText: text(`${key}.alt`, step.alt) },
          completionEvents: step.done,
        };
      }),
    })),
  };
}

function menusOf(commands: readonly (readonly [string, CommandDeclaration])[]): Record<string, MenuEntry[]> {
  const menus = {
    commandPalette: [] as MenuEntry[],
    'view/title': [] as MenuEntry[],
    'view/item/context': [] as MenuEntry[],
    'editor/title': [] as MenuEntry[],
    'explorer/context': [] as MenuEntry[],
  };
  for (const [command, { targets = [], fileMenus = [], ...places }] of commands) {
    const { menu, inline, viewTitle, viewMenu, palette, when, view = explorerView } = places;
    const also = when === undefined ? '' : ` && ${when}`;
    if (palette === false) menus.commandPalette.push({ command, when: 'false' });
    else if (when !== undefined) menus.commandPalette.push({ command, when });
    for (const { menu: fileMenu, when: files, group } of fileMenus) {
      menus[fileMenu].push({ command, when: `${files}${also}`, group });
    }
    const inView = `view == ${view}`;
    if (viewTitle !== undefined) {
      menus['view/title'].push({ command, when: `${inView}${also}`, group: `navigation@${viewTitle}` });
    }
    if (viewMenu !== undefined) menus['view/title'].push({ command, when: `${inView}${also}`, group: viewMenu });
    for (const target of targets) {
      const clause = `${inView} && ${whenOf(target)}${also}`;
      if (menu !== undefined) menus['view/item/context'].push({ command, when: clause, group: menu });
      if (inline !== undefined) {
        menus['view/item/context'].push({ command, when: clause, group: `inline@${inline}` });
      }
    }
  }
  return menus;
}

function keybindingsOf(commands: readonly (readonly [string, CommandDeclaration])[]): Contributes {
  const keybindings = commands.flatMap(([command, { keybinding }]) => (keybinding ? [{ command, ...keybinding }] : []));
  return keybindings.length === 0 ? {} : { keybindings };
}

function languagesOf(features: readonly Contributions[], text: Text): Contributes {
  const languages = features.flatMap(({ languages: own = [] }) => own);
  if (languages.length === 0) return {};
  return {
    languages: languages.map(({ id, name, extensions }) => ({
      id,
      aliases: [text(`language.${id}`, name)],
      extensions,
      configuration: './syntaxes/language-configuration.json',
    })),
    configurationDefaults: Object.fromEntries(
      features.flatMap(({ languageDefaults = {} }) =>
        Object.entries(languageDefaults).map(([language, defaults]) => [`[${language}]`, defaults]),
      ),
    ),
    grammars: features.flatMap(({ grammar }) =>
      (grammar?.languages ?? []).map((language) => ({
        language,
        scopeName: grammar?.scope,
        path: `./syntaxes/${(grammar?.scope ?? '').replace(/^source\./u, '')}.tmLanguage.json`,
        embeddedLanguages: { 'meta.embedded.json': 'json' },
      })),
    ),
  };
}

function settingsOf(features: readonly Contributions[], text: Text): Record<string, unknown> {
  const settings = features.flatMap(({ settings: own = {} }) => Object.entries(own));
  return Object.fromEntries(
    settings.map(([id, { description, enumDescriptions, properties, ...rest }]) => [
      id,
      {
        ...rest,
        description: text(`setting.${id}`, description),
        ...(enumDescriptions && {
          enumDescriptions: enumDescriptions.map((english, index) => text(`setting.${id}.${index + 1}`, english)),
        }),
        ...(properties && {
          additionalProperties: false,
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, property]) => [
              name,
              { type: property.type, description: text(`setting.${id}.${name}`, property.description) },
            ]),
          ),
        }),
      },
    ]),
  );
}
