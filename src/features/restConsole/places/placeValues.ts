import type { HttpDocument } from '../document/httpDocument.ts';
import type { Values } from '../document/variables.ts';

/** What a workspace gives to every document that names it. */
export interface PlaceOfValues {
  readonly id: string;
  readonly tenantId: string;
  readonly subscriptionId: string;
  readonly resourceGroupName: string;
  readonly workspaceName: string;
}

/** The variables that come with `@workspace`. */
export const placeVariables = [
  'workspaceId',
  'subscriptionId',
  'resourceGroupName',
  'workspaceName',
  'tenantId',
] as const;

/** All variables of a document: its own, which count more, and those of its workspace. */
export function valuesOf({ variables }: Pick<HttpDocument, 'variables'>, place: PlaceOfValues | undefined): Values {
  const given = place ? { ...place, workspaceId: place.id } : undefined;
  return new Map([
    ...(given ? placeVariables.map((name) => [name, given[name]] as const) : []),
    ...variables.map(({ name, value }) => [name, value] as const),
  ]);
}

/** Stands for whatever workspace it will be, while a document is only looked at. */
export const anyWorkspace: PlaceOfValues = {
  id: '/subscriptions/any/resourceGroups/any/providers/Microsoft.Synapse/workspaces/any',
  tenantId: 'any',
  subscriptionId: 'any',
  resourceGroupName: 'any',
  workspaceName: 'any',
};
