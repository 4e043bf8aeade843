import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { knownOperations } from '../../src/features/restConsole/requests/operationCatalogue.ts';
import type { InWorkspace } from '../../src/features/explorer/public.ts';
import { type Memory, steps } from '../unit/features/restConsole/support/operationFixtures.ts';
import { requestTextFor } from '../unit/features/restConsole/support/requestText.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { entryAt } from './support/explorer.ts';
import { RequestDocument } from './support/requestDocument.ts';

/** Requests of one test; a part of the whole run that is told by itself when it fails. */
const perTest = 32;
const minutes = 60_000;

/** Each declared operation, through its document, as a person would send it. The contract ring judges the traffic. */
describe('the REST console sends every operation', () => {
  const azure = emulatedAzure({ operationTime: 0 });
  const all = steps(knownOperations);
  const memory: Memory = new Map();
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  for (let from = 0; from < all.length; from += perTest) {
    const part = all.slice(from, from + perTest);
    const name = `${part[0]?.known.name ?? ''} to ${part.at(-1)?.known.name ?? ''}`;
    it(name, async function () {
      this.timeout(5 * minutes);
      memory.set('principal', azure().ready.principalId);
      const { workspace } = (await entryAt('Contoso Production', 'contoso-sales')).node.data as InWorkspace;
      const failures: string[] = [];
      for (const { known, fixture } of part) {
        using document = await RequestDocument.open(requestTextFor(known, workspace, memory, fixture));
        const { status, reply, remarks, messages } = await document.send();
        const refused = Number(/^# Status (\d+)/mu.exec(remarks)?.[1] ?? 0);
        if (status >= 200 && status < 300 && refused === 0 && !fixture?.refused) fixture?.remember?.(reply, memory);
        else if (refused !== fixture?.refused?.status) {
          failures.push([known.name, ...messages.map(({ message }) => message), remarks].join('\n'));
        }
      }
      assert.deepEqual(failures, []);
    });
  }
});
