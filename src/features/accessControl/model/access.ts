import type { Page } from '../../../azure/restService.ts';
import type { Caller } from '../../../azure/tokenClaims.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import type { PrincipalType } from './principal.ts';

/** A Synapse role, as the service defines it or, where it does not tell the caller, as it is known to be defined. */
export interface Role {
  /** GUID in lower case. */
  readonly id: string;
  readonly name: string;
  /** Without the no-break and zero-width spaces of the service's texts. */
  readonly description: string;
  readonly dataActions: readonly string[];
  /** Kinds of scopes that it can be given at: `workspace`, or an item's type as the service spells it (`bigDataPools`). */
  readonly scopeKinds: readonly string[];
}

/** A role of a principal at a scope. */
export interface Assignment {
  /** GUID that whoever made it has chosen. */
  readonly id: string;
  /** In lower case. */
  readonly roleId: string;
  /** Object id in lower case. */
  readonly principalId: string;
  /** Old ones have none (azure-cli#22078); the service's own word. */
  readonly principalType?: string;
  /** As the service spells it: `workspaces/{workspace}` or `workspaces/{workspace}/{itemType}/{item}`. */
  readonly scope: string;
}

/** An assignment that somebody wants. */
export interface WantedAssignment {
  readonly roleId: string;
  readonly principalId: string;
  /** Absent as long as nobody knows it. */
  readonly principalType?: string;
  readonly scope: string;
}

/** One that can be made: the type is always sent, because SQL refuses service principals without one (azure-cli#22078). */
export type CompleteAssignment = WantedAssignment & { readonly principalType: PrincipalType };

export interface Roles {
  readonly roles: readonly Role[];
  /** False where the caller may not read them: an Azure Owner without a Synapse role may still assign the built-in ones. */
  readonly listed: boolean;
}

/** The Synapse role-based access control of one workspace. Everything but `roles` rejects with `AzureError`. */
export interface WorkspaceAccess {
  readonly place: InWorkspace;
  roles(signal: AbortSignal): Promise<Roles>;
  /** All assignments, or those that apply at a scope (inherited ones included), page by page. */
  assignments(options: { readonly signal: AbortSignal; readonly scope?: string }): AsyncIterable<Page<Assignment>>;
  /**
   * Gives a role. The assignment's id is chosen here and kept over repetitions, so that a lost answer makes no second one;
   * one that exists already counts as done.
   */
  add(wanted: CompleteAssignment, title: string): Promise<'added' | 'existed'>;
  /** Takes a role away; one that is gone already counts as done. */
  remove(assignment: Assignment, title: string): Promise<void>;
  /** Whom the workspace sees as the caller. */
  caller(signal: AbortSignal): Promise<Caller | undefined>;
  /** Calls the listener after each change that was made here. @returns stops that */
  onDidChange(listener: () => void): () => void;
}
