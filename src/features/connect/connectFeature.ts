import type * as vscode from 'vscode';
import type { FeatureParts } from '../../platform/featureParts.ts';
import { connectContributions } from './contributions.ts';

export function registerConnect({ commands }: Pick<FeatureParts, 'commands'>): vscode.Disposable {
  return commands.register(connectContributions, async () => (await import('./handlers.ts')).connectHandlers);
}
