import { globSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Operation } from '../../../src/azure/operation.ts';
import { projectRoot } from '../../vscode/paths.ts';
import type { LiveRequest } from './exchange.ts';

export interface DeclaredRequest {
  readonly operation: Operation;
  /** Values of the path template's parameters, unescaped. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** All operations that src/api declares, found by looking: a new group is among them by itself. */
export async function declaredOperations(): Promise<readonly Operation[]> {
  const files = globSync('src/api/**/*.generated.ts', { cwd: projectRoot }).sort();
  const modules = await Promise.all(
    files.map((file) => import(pathToFileURL(path.join(projectRoot, file)).href) as Promise<Record<string, unknown>>),
  );
  return modules.flatMap((exported) => Object.values(exported).flatMap(operationsOf));
}

/** The declared operation that a request is one of; its api-version does not matter. */
export function declaredRequest(
  operations: readonly Operation[],
  { method, url }: LiveRequest,
): DeclaredRequest | undefined {
  const { hostname, pathname } = new URL(url);
  const plane = hostname.endsWith('.dev.azuresynapse.net') ? 'workspace' : 'resourceManager';
  for (const operation of operations) {
    if (operation.method !== method || operation.plane !== plane) continue;
    const found = patternOf(operation.path).exec(pathname);
    if (found === null) continue;
    const values = Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]);
    return { operation, parameters: Object.fromEntries(values) as Record<string, string> };
  }
  return undefined;
}

function operationsOf(group: unknown): Operation[] {
  return typeof group === 'object' && group !== null ? Object.values(group).filter(isOperation) : [];
}

function isOperation(value: unknown): value is Operation {
  return typeof value === 'object' && value !== null && 'id' in value && 'plane' in value && 'path' in value;
}

/** Resource Manager does not mind the case of the fixed parts. */
function patternOf(template: string): RegExp {
  return new RegExp(`^${template.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`, 'i');
}
