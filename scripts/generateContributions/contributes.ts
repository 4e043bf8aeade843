import { whenOf } from '../../src/platform/contributions/contextValue.ts';
import type { CommandDeclaration, Contributions } from '../../src/platform/contributions/declarations.ts';

/** The view whose nodes the commands' targets are. */
const viewId = 'synapse.explorer';
const category = 'Synapse';

interface MenuEntry {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}

export interface Manifest {
  /** `contributes` of package.json. */
  readonly contributes: Readonly<Record<string, unknown>>;
  /** package.nls.json: English text by key. */
  readonly texts: Readonly<Record<string, string>>;
}

/** Turns the features' declarations into what VS Code reads. */
export function manifestOf(features: readonly Contributions[]): Manifest {
  const texts: Record<string, string> = {};
  const text = (key: string, english: string): string => {
    texts[key] = english;
    return `%${key}%`;
  };
  const commands = features.flatMap(({ commands: own = {} }) => Object.entries(own));
  const views = features.flatMap(({ views: own = [] }) => own);
  return {
    contributes: {
      viewsContainers: {
        activitybar: views.map(({ container: { id, title, icon } }) => ({
          id,
          title: text(`container.${id}`, title),
          icon,
        })),
      },
      views: Object.fromEntries(
        views.map(({ container, id, name }) => [container.id, [{ id, name: text(`view.${id}`, name) }]]),
      ),
      viewsWelcome: features
        .flatMap(({ welcome = [] }) => welcome)
        .map(({ view, contents, when }, index) => ({
          view,
          contents: text(`welcome.${index + 1}`, contents),
          ...(when !== undefined && { when }),
        })),
      commands: commands.map(([command, { title, icon }]) => ({
        command,
        title: text(`command.${command}`, title),
        category,
        ...(icon !== undefined && { icon: `$(${icon})` }),
      })),
      menus: menusOf(commands),
      configuration: {
        title: text('configuration', 'Synapse Explorer'),
        properties: settingsOf(features, text),
      },
    },
    texts,
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
    const { menu, inline, viewTitle, viewMenu, palette, when } = places;
    const also = when === undefined ? '' : ` && ${when}`;
    if (palette === false) menus.commandPalette.push({ command, when: 'false' });
    else if (when !== undefined) menus.commandPalette.push({ command, when });
    for (const { menu: fileMenu, when: files, group } of fileMenus) {
      menus[fileMenu].push({ command, when: `${files}${also}`, group });
    }
    const inView = `view == ${viewId}`;
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

function settingsOf(
  features: readonly Contributions[],
  text: (key: string, english: string) => string,
): Record<string, unknown> {
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
