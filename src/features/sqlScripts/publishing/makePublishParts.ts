import type { FeatureParts } from '../../../platform/featureParts.ts';
import { ComparedTexts } from './comparedTexts.ts';
import type { PublishParts } from './publishParts.ts';
import { Workspaces } from './workspaces.ts';

let compared: ComparedTexts | undefined;

/** The parts that both ways of publishing share; texts to compare are registered once with VS Code. */
export function makePublishParts(parts: FeatureParts): PublishParts {
  const { model, connections, errors, log, context } = parts;
  compared ??= new ComparedTexts();
  return {
    workspaces: new Workspaces({ model, connections }),
    compared,
    connections,
    errors,
    log,
    memory: context.workspaceState,
  };
}
