import * as vscode from 'vscode';
import { isCancellation } from '../../../platform/errors/cancellation.ts';
import { plainText } from '../../../platform/plainText.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import { directoryAt } from '../explorer/names.ts';
import { whoDetail, whoLabel, whoType } from '../explorer/who.ts';
import {
  type LookedUp,
  type NamesGap,
  type Principal,
  type PrincipalType,
  principalTypes,
} from '../model/principal.ts';
import { gapWords } from '../people/gapWords.ts';
import { nameText } from '../people/nameText.ts';
import { readReference } from '../people/reference.ts';
import { principalIcon, principalTypeWords } from '../principals.ts';

/** Somebody who can be given a role. */
export interface ChosenPrincipal {
  /** Object id in lower case. */
  readonly id: string;
  readonly type: PrincipalType;
  /** The name, or the id where nobody knows it. One line, safe to show. */
  readonly label: string;
  /** What tells apart who has the same name. One line, safe to show. */
  readonly detail: string;
}

type Item = vscode.QuickPickItem & { readonly chosen?: { readonly id: string; readonly principal?: Principal } };

/** Typing goes on: the directory is asked when it pauses. */
const pauseMs = 250;

/**
 * Asks for a person, a group or an application: by a part of the name, or by an id or address that is pasted. Where the
 * directory cannot be asked, an object id does.
 *
 * @throws CancellationError when the user turns away
 */
export async function askPrincipal(place: InWorkspace, title: string): Promise<ChosenPrincipal> {
  const chosen = await pick(place, title);
  const { id, principal } = chosen;
  const type = principal?.type ?? (await askType(id));
  const who = { id, type, ...(principal && { principal }) };
  return { id, type, label: whoLabel(who), detail: whoDetail(who) };
}

async function pick(place: InWorkspace, title: string): Promise<NonNullable<Item['chosen']>> {
  const box = vscode.window.createQuickPick<Item>();
  const asking = new AsyncLatest();
  box.title = plainText(title);
  box.placeholder = vscode.l10n.t('Name, mail, object id or application id of a user, a group or an application');
  try {
    return await new Promise((resolve, reject) => {
      box.onDidChangeValue((text) => {
        box.busy = text.trim() !== '';
        void asking
          .run(async (signal) => find(place, text, signal))
          .then((items) => {
            if (!items) return;
            box.items = items;
            box.busy = false;
          });
      });
      box.onDidAccept(() => {
        const [item] = box.selectedItems;
        if (item?.chosen) resolve(item.chosen);
      });
      box.onDidHide(() => {
        reject(new vscode.CancellationError());
      });
      box.show();
    });
  } finally {
    asking.stop();
    box.dispose();
  }
}

/** What is found, as rows; VS Code must not filter them, for they may be found by a mail that it does not see. */
async function find(place: InWorkspace, text: string, signal: AbortSignal): Promise<Item[]> {
  if (text.trim() === '') return [];
  const directory = directoryAt(place);
  if (readReference(text)?.kind === 'id') {
    const [answer] = await directory.lookUp([text], signal);
    return answer ? itemsOf(answer, text) : [];
  }
  const { principals, gap } = await directory.search(text, signal);
  const items = principals.map((principal) => itemOf(principal));
  if (gap) return [gapItem(gap), ...items];
  return items.length > 0 ? items : [wordItem(vscode.l10n.t('Nobody of this name is in the directory'))];
}

function itemsOf(answer: LookedUp, text: string): Item[] {
  const reference = readReference(text);
  const bare: Item[] =
    reference?.kind === 'id'
      ? [
          {
            label: plainText(vscode.l10n.t('Use object id {0}', reference.id)),
            alwaysShow: true,
            chosen: { id: reference.id },
          },
        ]
      : [];
  switch (answer.found) {
    case 'one':
      return [itemOf(answer.principal, answer.by === 'appId')];
    case 'several':
      return answer.principals.map((principal) => itemOf(principal));
    case 'unasked':
      return [gapItem(answer.gap), ...bare];
    default:
      return [wordItem(vscode.l10n.t('The directory knows neither an object nor an application of this id')), ...bare];
  }
}

function itemOf(principal: Principal, byAppId = false): Item {
  const { displayName, userPrincipalName, mail, appId, type, id } = principal;
  const detail = userPrincipalName ?? mail ?? appId ?? id;
  return {
    label: plainText(nameText(displayName)),
    description: plainText(whoType({ id, principal })),
    detail: byAppId
      ? vscode.l10n.t('This is the application id; its enterprise application with object id {0} gets the role', id)
      : plainText(nameText(detail)),
    iconPath: new vscode.ThemeIcon(principalIcon(type)),
    alwaysShow: true,
    chosen: { id, principal },
  };
}

function wordItem(words: string): Item {
  return { label: words, alwaysShow: true, iconPath: new vscode.ThemeIcon('info') };
}

function gapItem(gap: NamesGap): Item {
  return wordItem(gapWords(gap));
}

/** The type is always sent, because SQL refuses service principals without one (azure-cli#22078). */
async function askType(id: string): Promise<PrincipalType> {
  const items = principalTypes.map((type) => ({
    label: principalTypeWords(type),
    iconPath: new vscode.ThemeIcon(principalIcon(type)),
    type,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('What is {0}? The directory does not tell.', id),
  });
  if (!chosen) throw new vscode.CancellationError();
  return chosen.type;
}

/** Runs the last of several requests, after a pause; what is no longer wanted is broken off and resolves to nothing. */
class AsyncLatest {
  #running: AbortController | undefined;

  stop(): void {
    this.#running?.abort(new vscode.CancellationError());
  }

  async run<Result>(task: (signal: AbortSignal) => Promise<Result>): Promise<Result | undefined> {
    this.stop();
    const running = new AbortController();
    this.#running = running;
    const { signal } = running;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    try {
      signal.throwIfAborted();
      const result = await task(signal);
      signal.throwIfAborted();
      return result;
    } catch (error) {
      if (isCancellation(error)) return undefined;
      throw error;
    }
  }
}
