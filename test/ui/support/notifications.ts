import type { Locator } from 'playwright-core';
import type { Workbench } from '../../vscode/workbench.ts';
import { eventually } from './eventually.ts';

/**
 * The notification with this text, wherever VS Code shows it: of those that come within 0.8 seconds only three become
 * toasts, and the others are in the notification centre alone, which is opened for them. Buttons are inside.
 */
export async function notification(workbench: Workbench, text: string | RegExp): Promise<Locator> {
  const { page } = workbench;
  const centre = page.locator('.notifications-center');
  const shown = workbench
    .toast(text)
    .or(centre.locator('.monaco-list-row').filter({ hasText: text }))
    .first();
  return await eventually(`the notification “${String(text)}”`, async () => {
    if (await shown.isVisible()) return shown;
    // It closes by itself as soon as there is nothing in it.
    if (!(await centre.isVisible())) await workbench.runCommand('Notifications: Show Notifications');
    return undefined;
  });
}
