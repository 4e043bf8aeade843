import * as vscode from 'vscode';
import type { Choice } from '../../platform/azext/wizard.ts';
import { type SqlPoolSize, sqlPoolSize, sqlPoolSizes } from './sqlPoolSizes.ts';

/** All sizes from the smallest on; the present one can be seen, not chosen. */
export function sizeChoices(present: string | undefined): Choice<SqlPoolSize>[] {
  const now = sqlPoolSize(present);
  return sqlPoolSizes.map((size) => ({
    value: size,
    label: size.name,
    description: size === now ? vscode.l10n.t('the present size') : capacity(size),
    ...(size === now && { disabled: true }),
  }));
}

function capacity({ computeNodes, memoryInGigabytes }: SqlPoolSize): string {
  const memory = new Intl.NumberFormat(vscode.env.language).format(memoryInGigabytes);
  return computeNodes === 1
    ? vscode.l10n.t('1 compute node, {0} GB of memory', memory)
    : vscode.l10n.t('{0} compute nodes, {1} GB of memory', computeNodes, memory);
}

/** What a new size breaks and costs. Source: Azure's documentation, “Manage compute for dedicated SQL pool”. */
export function scaleConsequences(present: string | undefined, size: SqlPoolSize, paused: boolean): string {
  const cost = costWords(sqlPoolSize(present), size);
  if (paused) {
    return [
      vscode.l10n.t('The pool is paused, and Azure may refuse a new size until it is resumed.'),
      vscode.l10n.t('{0} While it is paused, compute is not charged.', cost),
    ].join('\n\n');
  }
  return [
    vscode.l10n.t(
      'Connections drop, running queries are cancelled, and open transactions are rolled back before the size changes; with large transactions that takes long. Nobody can connect in between.',
    ),
    cost,
  ].join('\n\n');
}

function costWords(now: SqlPoolSize | undefined, { units, name }: SqlPoolSize): string {
  if (!now) return vscode.l10n.t('Compute is charged by size.');
  const number = new Intl.NumberFormat(vscode.env.language, { maximumFractionDigits: 1 });
  return units > now.units
    ? vscode.l10n.t(
        'Compute is charged by size: {0} costs about {1} times as much as {2}.',
        name,
        number.format(units / now.units),
        now.name,
      )
    : vscode.l10n.t(
        'Compute is charged by size: {0} costs about {1} % of what {2} costs.',
        name,
        number.format((100 * units) / now.units),
        now.name,
      );
}
