import * as vscode from 'vscode';
import { matches } from '../contributions/contextValue.ts';
import type { CommandDeclaration, Contributions } from '../contributions/declarations.ts';
import type { ErrorPresenter } from '../errors/errorPresenter.ts';
import { TreeEntry } from '../tree/treeEntry.ts';
import type { TreeNode } from '../tree/treeNode.ts';
import type { CommandHandler, Target, Targets } from './commandHandler.ts';
import type { EntryPicker } from './entryPicker.ts';

/** Runs a command's body inside whatever surrounds all commands; see `azext.ts`. */
export type CommandShell = (id: string, body: () => Promise<void>) => Promise<void>;

export interface CommandsOptions {
  readonly picker: EntryPicker;
  readonly errors: ErrorPresenter;
  readonly shell: CommandShell;
}

type CommandsOf<C extends Contributions> = NonNullable<C['commands']>;

/** A handler for each command that a feature declares. */
export type HandlersOf<C extends Contributions> = { readonly [Id in keyof CommandsOf<C>]: CommandHandler };

/** The command wrapper: every command of the extension is registered and run here. */
export class Commands {
  readonly #options: CommandsOptions;

  constructor(options: CommandsOptions) {
    this.#options = options;
  }

  /**
   * Registers a feature's commands. A declared command without a handler does not compile. `load` is called when the first
   * of them is run, so that activation does not read what they do.
   */
  register<C extends Contributions>(declared: C, load: () => Promise<HandlersOf<C>>): vscode.Disposable {
    const declarations: Readonly<Record<string, CommandDeclaration>> = declared.commands ?? {};
    let loaded: Promise<Readonly<Record<string, CommandHandler>>> | undefined;
    const handlerOf = async (id: string): Promise<CommandHandler> => {
      loaded ??= load();
      const handler = (await loaded)[id];
      if (!handler) throw new TypeError(`The command ${id} has no handler.`);
      return handler;
    };
    return vscode.Disposable.from(
      ...Object.entries(declarations).map(([id, declaration]) =>
        vscode.commands.registerCommand(id, (...given: unknown[]) =>
          this.#run(id, declaration, () => handlerOf(id), given),
        ),
      ),
    );
  }

  async #run(
    id: string,
    declaration: CommandDeclaration,
    load: () => Promise<CommandHandler>,
    given: readonly unknown[],
  ): Promise<void> {
    try {
      await this.#options.shell(id, async () => {
        const handler = await load();
        if (handler.on === 'nothing') {
          await handler.run();
          return;
        }
        if (handler.on === 'arguments') {
          await handler.run(...given);
          return;
        }
        const [argument, selected] = given;
        const entry = argument instanceof TreeEntry ? argument : await this.#ask(declaration, handler);
        if (!entry) return;
        if (handler.on === 'node') await handler.run(targetOf(entry));
        else await handler.run(targetsOf(entry, selected, (node) => fits(declaration, node)));
      });
    } catch (error) {
      const title = declaration.title.replace(/…$/u, '');
      // The generator puts the titles of all declarations into the bundle of texts.
      // eslint-disable-next-line no-restricted-syntax
      this.#options.errors.show(vscode.l10n.t('“{0}” did not work', vscode.l10n.t(title)), error);
    }
  }

  async #ask(
    declaration: CommandDeclaration,
    handler: CommandHandler & { on: 'node' | 'nodes' },
  ): Promise<TreeEntry | undefined> {
    const { kind } = handler;
    if (!kind) return undefined;
    return await this.#options.picker.pick(kind, (node) => fits(declaration, node));
  }
}

function fits(declaration: CommandDeclaration, node: TreeNode): boolean {
  return declaration.targets?.some((target) => matches(target, node.kind, node.flags ?? [])) === true;
}

function targetOf(entry: TreeEntry): Target {
  return { entry, node: entry.node, data: entry.node.data };
}

/** VS Code passes the whole selection when the row that was clicked is part of it. */
function targetsOf(entry: TreeEntry, selected: unknown, fit: (node: TreeNode) => boolean): Targets {
  const entries = Array.isArray(selected) ? selected.filter((one) => one instanceof TreeEntry) : [];
  const all = entries.includes(entry) ? entries : [entry];
  return {
    // The row that was clicked has the command in its menu, whatever has changed since.
    targets: all.filter((one) => one === entry || fit(one.node)).map(targetOf),
    leftOut: all.filter((one) => one !== entry && !fit(one.node)).map(({ node }) => node),
  };
}
