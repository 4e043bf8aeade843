import * as vscode from 'vscode';
import type { Target } from '../../../platform/commands/commandHandler.ts';
import type { InWorkspace } from '../../explorer/public.ts';
import { exportAssignments } from '../exportAssignments.ts';

/** Writes the role assignments of a workspace to a file; which kind of file goes by its ending. @throws CancellationError */
export async function exportAccess({ data }: Target<InWorkspace>): Promise<void> {
  if (!(await exportAssignments(data))) throw new vscode.CancellationError();
}
