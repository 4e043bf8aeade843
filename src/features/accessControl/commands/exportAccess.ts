import * as vscode from 'vscode';
import type { Target } from '../../../platform/commands/commandHandler.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import { exportAssignments } from '../exportAssignments.ts';
import { needingRole } from './needingRole.ts';

/** Writes the role assignments of a workspace to a file; which kind of file goes by its ending. @throws CancellationError */
export async function exportAccess(target: Target<InWorkspace>): Promise<void> {
  if (!(await needingRole(target, exportAssignments(target.data)))) throw new vscode.CancellationError();
}
