import type { PrincipalType } from './directory.ts';
import { idOf } from './ids.ts';

/** A role of Azure's own (Microsoft.Authorization) that somebody has at a scope and below. */
export interface AzureRoleAssignment {
  /** GUID. */
  readonly name: string;
  readonly roleId: string;
  readonly principalId: string;
  readonly principalType: PrincipalType;
  /** Resource id of a subscription, a resource group or a resource. */
  readonly scope: string;
}

/** Whether an assignment at one scope holds at the other: the same, or one above it. */
export function azureScopeCovers(assigned: string, asked: string): boolean {
  return `${asked.toLowerCase()}/`.startsWith(`${assigned.toLowerCase()}/`);
}

/** Everything that was assigned in all subscriptions. */
export class AzureRoleAssignments implements Iterable<AzureRoleAssignment> {
  readonly #assignments: AzureRoleAssignment[] = [];

  /** One that always has the same id for the same role, principal and scope. */
  add(values: Omit<AzureRoleAssignment, 'name'>): void {
    const name = idOf('azure role assignment', values.roleId, values.principalId, values.scope.toLowerCase());
    this.#assignments.push({ ...values, name });
  }

  [Symbol.iterator](): Iterator<AzureRoleAssignment> {
    return this.#assignments[Symbol.iterator]();
  }
}
