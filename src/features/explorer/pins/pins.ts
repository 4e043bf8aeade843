import type * as vscode from 'vscode';
import { armIdKey } from '../../../api/armId.ts';
import type { Cloud } from '../../../azure/cloud.ts';
import type { Workspace } from '../public.ts';
import type { Pin } from './pin.ts';

type Memory = Pick<vscode.Memento, 'get' | 'update'>;

/** Identity of a pin: a workspace as one account sees it. */
export function pinKey({ id, accountId }: Pick<Workspace, 'id' | 'accountId'>): string {
  return `${accountId ?? ''}${armIdKey(id)}`;
}

/** The pins of a cloud, by name. What cannot be read (another version has written it) counts as none. */
export function readPins(memory: Memory, cloud: Cloud): readonly Pin[] {
  const stored = memory.get<unknown>(`pins/${cloud.name}`);
  return Array.isArray(stored) ? stored.filter(isPin) : [];
}

export async function addPins(memory: Memory, cloud: Cloud, pins: readonly Pin[]): Promise<void> {
  await write(memory, cloud, [...readPins(memory, cloud), ...pins]);
}

export async function removePins(memory: Memory, cloud: Cloud, keys: ReadonlySet<string>): Promise<void> {
  const kept = readPins(memory, cloud).filter(({ workspace }) => !keys.has(pinKey(workspace)));
  await write(memory, cloud, kept);
}

/** Brings pins up to date with what was read; writes only when anything differs. */
export async function renewPins(memory: Memory, cloud: Cloud, found: readonly Pin[]): Promise<void> {
  const fresh = new Map(found.map((pin) => [pinKey(pin.workspace), pin]));
  const before = readPins(memory, cloud);
  const after = before.map((pin) => fresh.get(pinKey(pin.workspace)) ?? pin);
  if (JSON.stringify(before) !== JSON.stringify(after)) await write(memory, cloud, after);
}

async function write(memory: Memory, cloud: Cloud, pins: readonly Pin[]): Promise<void> {
  const byKey = new Map(pins.map((pin) => [pinKey(pin.workspace), pin]));
  const sorted = [...byKey.values()].sort((a, b) => a.workspace.workspaceName.localeCompare(b.workspace.workspaceName));
  await memory.update(`pins/${cloud.name}`, sorted.length === 0 ? undefined : sorted);
}

function isPin(stored: unknown): stored is Pin {
  const { workspace, subscriptionName } = (stored ?? {}) as { readonly [Member in keyof Pin]?: unknown };
  const members = ['id', 'tenantId', 'subscriptionId', 'resourceGroupName', 'workspaceName', 'endpoint', 'location'];
  return (
    typeof subscriptionName === 'string' &&
    typeof workspace === 'object' &&
    workspace !== null &&
    members.every((member) => typeof (workspace as Readonly<Record<string, unknown>>)[member] === 'string')
  );
}
