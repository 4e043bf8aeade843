import type { Operation } from '../../../src/azure/operation.ts';
import { everyOperation } from '../../unit/api/support/everyOperation.ts';
import type { LiveRequest } from './exchange.ts';

export interface DeclaredRequest {
  readonly operation: Operation;
  /** Values of the path template's parameters, unescaped. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** All operations that src/api declares. */
export async function declaredOperations(): Promise<readonly Operation[]> {
  return (await everyOperation()).map(({ operation }) => operation);
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

/** Resource Manager does not mind the case of the fixed parts. Queries of templates were never recorded. */
function patternOf(template: string): RegExp {
  const parts = template
    .split(/\{(\w+)\}/)
    .map((part, index) => (index % 2 === 1 ? `(?<${part}>[^/]+)` : escaped(part)));
  return new RegExp(`^${parts.join('')}$`, 'i');
}

function escaped(text: string): string {
  return text.replace(/[.?$]/g, '\\$&');
}
