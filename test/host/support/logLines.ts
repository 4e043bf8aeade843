import * as vscode from 'vscode';
import { replaceMember } from './replaceMember.ts';

const levels = ['trace', 'debug', 'info', 'warn', 'error'] as const;
const lines: string[] = [];
const logged = new vscode.EventEmitter<void>();

/** Fires after each line. */
export const onLogLine = logged.event;

/** Keeps what is written to output channels that are made from now on; the channels themselves work as ever. */
export function keepLogLines(): void {
  const create = vscode.window.createOutputChannel as (...args: unknown[]) => vscode.LogOutputChannel;
  replaceMember(vscode.window, 'createOutputChannel', (...args: unknown[]) => {
    const channel = create(...args);
    const listening = Object.fromEntries(
      levels.map((level) => [
        level,
        (message: string, ...rest: unknown[]) => {
          lines.push([`[${level}] ${message}`, ...rest.map(String)].join(' '));
          channel[level](message, ...rest);
          logged.fire();
        },
      ]),
    );
    return new Proxy(channel, {
      get: (target, member) =>
        Reflect.get(Object.hasOwn(listening, member) ? listening : target, member, target) as unknown,
    });
  });
}

/** Everything that was logged so far, a line each, with its level in brackets. */
export function logLines(): readonly string[] {
  return lines;
}

/** The lines that were logged since the last call. */
export function takeLogLines(): string[] {
  const taken = lines.slice(read);
  read = lines.length;
  return taken;
}
let read = 0;
