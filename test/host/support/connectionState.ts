import * as vscode from 'vscode';
import { replaceMember } from './replaceMember.ts';
import { until } from './until.ts';

const key = 'synapse.connection';
const emptyKey = 'synapse.empty';
const changed = new vscode.EventEmitter<void>();
const states: string[] = [];
let whyEmpty: string | undefined;

/**
 * Listens to the context keys that welcome views and commands depend on. VS Code lets nobody read context keys, so this
 * looks over the extension's shoulder when it sets one. To be called before the extension is activated.
 */
export function watchConnectionState(): void {
  const { executeCommand } = vscode.commands;
  replaceMember(vscode.commands, 'executeCommand', (command: string, ...rest: unknown[]) => {
    if (command === 'setContext' && rest[0] === key) {
      states.push(String(rest[1]));
      changed.fire();
    }
    if (command === 'setContext' && rest[0] === emptyKey) whyEmpty = String(rest[1]);
    return executeCommand(command, ...rest);
  });
}

/** The state that shows now; undefined before the extension is activated. */
export function connectionState(): string | undefined {
  return states.at(-1);
}

/** Why a connection shows no rows, as the welcome views ask for it. */
export function reasonForEmptyTree(): string | undefined {
  return whyEmpty;
}

/** The states that came since the last call. */
export function takeConnectionStates(): string[] {
  const taken = states.slice(read);
  read = states.length;
  return taken;
}
let read = 0;

export async function untilConnectionIs(
  state: 'idle' | 'signedOut' | 'connecting' | 'connected' | 'failed',
): Promise<void> {
  await until(
    `the connection to be ${state} (it is ${connectionState() ?? 'not there'})`,
    () => connectionState() === state || undefined,
    changed.event,
  );
}

/** Waits for a connection to be made in the place of another one: settings have changed, which it follows a little later. */
export async function untilConnectedAgain(): Promise<void> {
  const before = states.length;
  await until('another connection', () => states.slice(before).includes('connected') || undefined, changed.event);
}

/** Waits until no connection is being made. */
export async function untilSettled(): Promise<void> {
  await until('the connection to settle', () => connectionState() !== 'connecting' || undefined, changed.event);
}
