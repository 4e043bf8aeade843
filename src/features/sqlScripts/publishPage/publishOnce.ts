import * as vscode from 'vscode';
import { AzureError } from '../../../azure/azureError.ts';
import { ScriptConflict, type ScriptStore } from '../scripts/scriptStore.ts';
import { documentOf, newScript, type SqlScript } from '../scripts/sqlScript.ts';
import type { PublishForm } from './contract.ts';
import { changesOf } from './publishChanges.ts';

export interface PublishOnceOptions {
  readonly form: PublishForm;
  readonly query: string;
  /** What the person has seen as published under this name; undefined when there was none. */
  readonly seen: SqlScript | undefined;
  /** The script that is the source, whose document a new one begins as. */
  readonly origin: SqlScript | undefined;
  readonly signal: AbortSignal;
  readonly onState: (state: string) => void;
  readonly onThrottled: (wait: { readonly seconds: number }) => void;
}

/**
 * Publishes one script: creates it, or replaces what the person has seen. The service's own condition guards a script
 * that is there; that none is there can only be looked at just before (semantics of If-Match: specification sqlScripts).
 * @throws ScriptConflict when something else is published now than what was seen
 */
export async function publishOnce(store: ScriptStore, options: PublishOnceOptions): Promise<SqlScript> {
  const { form, query, seen, origin, signal, onState, onThrottled } = options;
  const changes = changesOf(form, query);
  const name = seen?.name ?? form.name.trim();
  if (!seen) {
    const there = await published(store, name, signal);
    if (there) throw new ScriptConflict(name, there);
  }
  const document = documentOf(seen ?? origin ?? newScript(name), { ...changes, name });
  return await store.put(name, document, {
    ...(seen?.etag !== undefined && { ifMatch: seen.etag }),
    signal,
    onState,
    onThrottled,
    about: { title: vscode.l10n.t('Publish SQL script {0}', name) },
  });
}

/** The script of a name as the service has it now; undefined when there is none. */
async function published(store: ScriptStore, name: string, signal: AbortSignal): Promise<SqlScript | undefined> {
  try {
    return await store.get(name, signal, { fresh: true });
  } catch (error) {
    if (error instanceof AzureError && error.status === 404) return undefined;
    throw error;
  }
}
