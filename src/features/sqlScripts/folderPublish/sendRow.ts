import { AzureError } from '../../../azure/azureError.ts';
import { SignInNeededError } from '../../../azure/tokenSource.ts';
import type { ScriptStore } from '../scripts/scriptStore.ts';
import { documentFor, type ScriptRow } from './folderPlan.ts';

/** What is told on the way of a row. */
export interface SendListener {
  /** The service has taken the change on. */
  readonly accepted: () => void;
  /** The service asks to wait for longer than a moment. */
  readonly throttled?: (wait: { readonly seconds: number }) => void;
}

/** What a change is called, for the account of all changes. */
export interface SendWords {
  readonly publish: (name: string) => string;
  readonly remove: (name: string) => string;
}

/**
 * Sends what a row says and follows it to its end. What is replaced must still be what the plan was made from; for what
 * is made anew and for what is deleted the service has no condition (specification sqlScripts).
 * @throws as `ScriptStore`
 */
export async function sendRow(
  store: ScriptStore,
  row: ScriptRow,
  { accepted, throttled }: SendListener,
  words: SendWords,
): Promise<void> {
  const { action, present } = row;
  const told = { onState: accepted, ...(throttled && { onThrottled: throttled }) };
  if (action === 'remove' && present) {
    await store.delete(present.name, { ...told, about: { title: words.remove(present.name) } });
    return;
  }
  const { name, document } = documentFor(row);
  await store.put(name, document, {
    ...told,
    ...(present?.etag !== undefined && { ifMatch: present.etag }),
    about: { title: words.publish(name) },
  });
}

/** Whether an error would meet every row: who may not write one script may write none, and so for a refused address. */
export function meetsAll(error: unknown): boolean {
  return (
    error instanceof SignInNeededError ||
    (error instanceof AzureError && (error.status === 401 || error.status === 403))
  );
}
