import type { Locator } from 'playwright-core';
import type { Workbench } from '../../vscode/workbench.ts';
import { eventually } from './eventually.ts';

const SHOWS_WITHIN_MS = 2_000;

/**
 * Opens the walkthrough in the way given, and answers its editor. A new window may not know it yet: VS Code 1.105 first waits
 * up to 5 seconds for its experiments, and until then shows its own tour. An editor that shows another tour, or all of them,
 * stays as it is there.
 */
export async function openTour(
  workbench: Workbench,
  open: () => Promise<void>,
  title = 'Get started with Synapse Explorer',
): Promise<Locator> {
  const tour = workbench.page.locator('.gettingStartedContainer');
  await eventually('the tour', async () => {
    await open();
    try {
      const details = tour.locator('.gettingStartedSlideDetails'); // the title stands in the list of all tours, too
      await details.getByText(title).first().waitFor({ timeout: SHOWS_WITHIN_MS });
      return true;
    } catch {
      await workbench.runCommand('View: Close All Editors');
      return undefined;
    }
  });
  return tour;
}
