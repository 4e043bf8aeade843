import * as vscode from 'vscode';
import { PagePanels } from '../../../platform/pages/pagePanels.ts';
import type { PublishParts } from '../publishing/publishParts.ts';
import { type PublishContract, publishContract } from './contract.ts';
import { publishPageType } from './contributions.ts';
import { PublishPageSession } from './publishSession.ts';
import { publishTexts } from './publishTexts.ts';

/** The publish pages of this window: one for each source. */
export class PublishPages implements vscode.Disposable {
  readonly #panels: PagePanels<PublishContract>;

  constructor(parts: PublishParts) {
    this.#panels = new PagePanels<PublishContract>(parts, {
      viewType: publishPageType,
      contract: publishContract,
      file: 'publishPage',
      icon: 'publish',
      texts: publishTexts,
      titleOf: ({ source }) => vscode.l10n.t('Publish {0}', vscode.Uri.parse(source).path.split('/').at(-1) ?? source),
      keyOf: ({ source }) => source,
      session: (input, page) => new PublishPageSession(parts, input, page),
    });
  }

  /** Opens the page for a file; without one for what the active editor shows, or for a file that is asked for. */
  async publish(file: vscode.Uri | undefined): Promise<void> {
    const source = file ?? activeSql() ?? (await chosenFile());
    if (source) this.#panels.show({ source: source.toString() });
  }

  /** Opens the page for a file that is to be published to a certain folder of a workspace. */
  publishTo(file: vscode.Uri, target: { readonly workspace: string; readonly folder: string }): void {
    this.#panels.show({ source: file.toString(), target });
  }

  readonly restore = (panel: vscode.WebviewPanel, state: unknown): void => {
    this.#panels.restore(panel, state);
  };

  dispose(): void {
    this.#panels.dispose();
  }
}

function activeSql(): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === 'sql' || document?.isUntitled === true ? document.uri : undefined;
}

async function chosenFile(): Promise<vscode.Uri | undefined> {
  const files = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Publish SQL script'),
    openLabel: vscode.l10n.t('Publish…'),
    filters: { SQL: ['sql'] },
  });
  return files?.[0];
}
