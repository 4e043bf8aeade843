import * as vscode from 'vscode';

/** What role assignments are grouped by. */
export const accessGroupings = ['role', 'principal', 'scope'] as const;
export type AccessGrouping = (typeof accessGroupings)[number];

export function currentAccessGrouping(): AccessGrouping {
  const setting = vscode.workspace.getConfiguration('synapse').get<string>('accessControl.groupBy');
  return accessGroupings.find((one) => one === setting) ?? 'role';
}
