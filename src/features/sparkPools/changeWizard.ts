import * as vscode from 'vscode';
import type { Choice, WizardStep, WizardUi } from '../../platform/azext/wizard.ts';
import { type Limits, nodeLimits, nodeSizeNames, numberWithin, pauseLimits } from './sparkPoolLimits.ts';
import type { SparkPoolChange, SparkPoolSettings } from './sparkPoolSettings.ts';
import { autoPauseWords, nodeSizeWords, nodesWords } from './sparkPoolWords.ts';

/** What the wizard has learned so far. */
export interface ChangeDraft {
  /** Undefined keeps it. */
  nodeSize: string | undefined;
  nodes: 'keep' | 'fixed' | 'automatic';
  count: number;
  least: number;
  most: number;
  pause: 'keep' | 'never' | 'after';
  minutes: number;
  stopJobs: boolean;
}

/** A draft that keeps everything; its numbers are what the boxes show at first. */
export function draftOf([first]: readonly SparkPoolSettings[]): ChangeDraft {
  const nodes = first?.nodes;
  const { least } = nodeLimits;
  return {
    nodeSize: undefined,
    nodes: 'keep',
    count: Math.max(least, nodes?.scaling === 'automatic' ? nodes.least : (nodes?.count ?? least)),
    least: Math.max(least, nodes?.scaling === 'automatic' ? nodes.least : least),
    most: Math.max(least, nodes?.scaling === 'automatic' ? nodes.most : (nodes?.count ?? 10)),
    pause: 'keep',
    minutes: first === undefined || first.pause === 'never' ? 15 : first.pause,
    stopJobs: false,
  };
}

/** The draft without what the answers made pointless. */
export function changeOf(draft: ChangeDraft): SparkPoolChange {
  const { nodeSize, nodes, count, least, most, pause, minutes } = draft;
  return {
    ...(nodeSize !== undefined && { nodeSize }),
    ...(nodes === 'fixed' && { nodes: { scaling: 'fixed', count } }),
    ...(nodes === 'automatic' && { nodes: { scaling: 'automatic', least, most } }),
    ...(pause === 'never' && { pause }),
    ...(pause === 'after' && { pause: minutes }),
  };
}

/** The wizard's questions about pools with these settings. @param isolated Whether their node size is a given. */
export function changeSteps(draft: ChangeDraft, pools: readonly SparkPoolSettings[], isolated: boolean): WizardStep[] {
  const keep = (words: (settings: SparkPoolSettings) => string): string => keepWords(pools.map(words));
  return [
    {
      when: () => !isolated,
      ask: async (ui) => {
        draft.nodeSize = await ui.choose<string | undefined>({
          placeholder: vscode.l10n.t('Node size'),
          choices: [
            { label: keep(({ nodeSize }) => nodeSizeWords(nodeSize ?? '?')), value: undefined },
            ...nodeSizeNames
              .filter((name) => !pools.every(({ nodeSize }) => nodeSize === name))
              .map((name) => ({ label: nodeSizeWords(name), value: name })),
          ],
        });
      },
    },
    {
      ask: async (ui) => {
        draft.nodes = await ui.choose<ChangeDraft['nodes']>({
          placeholder: vscode.l10n.t('Number of nodes'),
          choices: [
            { label: keep(({ nodes }) => nodesWords(nodes)), value: 'keep' },
            {
              label: vscode.l10n.t('Autoscale…'),
              description: vscode.l10n.t('between two numbers of nodes, as jobs need them'),
              value: 'automatic',
            },
            {
              label: vscode.l10n.t('Fixed number…'),
              description: vscode.l10n.t('always the same number of nodes'),
              value: 'fixed',
            },
          ],
        });
      },
    },
    {
      when: () => draft.nodes === 'fixed',
      ask: async (ui) => {
        draft.count = await askNumber(ui, vscode.l10n.t('Number of nodes'), draft.count, nodeLimits);
      },
    },
    {
      when: () => draft.nodes === 'automatic',
      ask: async (ui) => {
        draft.least = await askNumber(ui, vscode.l10n.t('Least number of nodes'), draft.least, nodeLimits);
      },
    },
    {
      when: () => draft.nodes === 'automatic',
      ask: async (ui) => {
        const limits = { ...nodeLimits, least: draft.least };
        const value = Math.max(draft.least, draft.most);
        draft.most = await askNumber(ui, vscode.l10n.t('Greatest number of nodes'), value, limits);
      },
    },
    {
      ask: async (ui) => {
        draft.pause = await ui.choose({ placeholder: vscode.l10n.t('Auto-pause'), choices: pauseChoices(keep, pools) });
      },
    },
    {
      when: () => draft.pause === 'after',
      ask: async (ui) => {
        draft.minutes = await askNumber(ui, vscode.l10n.t('Idle minutes before it pauses'), draft.minutes, pauseLimits);
      },
    },
    {
      when: () => Object.keys(changeOf(draft)).length > 0,
      ask: async (ui) => {
        draft.stopJobs = await ui.choose({
          placeholder: vscode.l10n.t('Jobs and sessions that run'),
          choices: [
            {
              label: vscode.l10n.t('Let them go on'),
              description: vscode.l10n.t('they may keep the old settings until they end'),
              value: false,
            },
            {
              label: vscode.l10n.t('Stop them'),
              description: vscode.l10n.t('the new settings hold at once'),
              value: true,
            },
          ],
        });
      },
    },
  ];
}

function pauseChoices(
  keep: (words: (settings: SparkPoolSettings) => string) => string,
  pools: readonly SparkPoolSettings[],
): Choice<ChangeDraft['pause']>[] {
  const never = { label: vscode.l10n.t('No auto-pause'), value: 'never' as const };
  return [
    { label: keep(autoPauseWords), value: 'keep' },
    {
      label: vscode.l10n.t('Pause when idle…'),
      description: vscode.l10n.t('after some minutes without a job'),
      value: 'after',
    },
    ...(pools.every(({ pause }) => pause === 'never') ? [] : [never]),
  ];
}

/** `Keep Small (4 vCores, 32 GB)`, or where the pools differ, that each keeps its own. */
function keepWords([first = '', ...more]: readonly string[]): string {
  return more.every((words) => words === first)
    ? vscode.l10n.t('Keep: {0}', first)
    : vscode.l10n.t('Keep what each pool has');
}

async function askNumber(ui: WizardUi, what: string, value: number, limits: Limits): Promise<number> {
  const { least, most } = limits;
  const text = await ui.type({
    prompt: vscode.l10n.t('{0}, from {1} to {2}', what, least, most),
    value: String(value),
    validate: (typed) =>
      numberWithin(typed, limits) === undefined
        ? vscode.l10n.t('Type a whole number from {0} to {1}.', least, most)
        : undefined,
  });
  return numberWithin(text, limits) ?? value;
}
