import * as vscode from 'vscode';
import type { Exchange } from './exchange.ts';
import { bodyText } from './jsonBody.ts';
import { maskReply, shownHeaders } from './secrets.ts';

export interface ReplyText {
  readonly text: string;
  /** Where each exchange begins; for the lenses above them. */
  readonly lines: readonly number[];
  /** How many secrets are hidden in each. */
  readonly hidden: readonly number[];
}

/** The replies to a document's requests as one text, each below a line of its own that begins with `###`. */
export function replyText(exchanges: readonly Exchange[], revealed: ReadonlySet<number>): ReplyText {
  const lines: number[] = [];
  const hidden: number[] = [];
  const text: string[] = [];
  exchanges.forEach((exchange, index) => {
    if (index > 0) text.push('');
    lines.push(text.length);
    const shown = exchange.bodies.map((body) => maskReply(exchange.operationId, body));
    hidden.push(shown.reduce((sum, one) => sum + one.hidden, 0));
    const bodies = revealed.has(index) ? exchange.bodies : shown.map(({ body }) => body);
    text.push(...head(exchange), '', ...bodies.flatMap((body) => [...bodyText(body).split('\n'), '']));
    while (text.at(-1) === '') text.pop();
  });
  return { text: `${text.join('\n')}\n`, lines, hidden };
}

function head(exchange: Exchange): string[] {
  const { method, target, operationId, reply, error, states, bodies, more } = exchange;
  const seconds = (exchange.durationMs / 1000).toFixed(2);
  const last = states.at(-1);
  const remarks = [
    operationId,
    vscode.l10n.t('{0} s', seconds),
    ...(bodies.length > 1 || more ? [vscode.l10n.t('pages: {0}', bodies.length)] : []),
    ...(more ? [vscode.l10n.t('there is more')] : []),
    ...(last === undefined ? [] : [vscode.l10n.t('states: {0}', [...new Set(states)].join(' → '))]),
  ];
  return [
    `### ${method} ${target}`,
    ...(reply ? [`HTTP ${reply.status} ${reply.statusText}`.trimEnd()] : []),
    `# ${remarks.map(oneLine).join(' · ')}`,
    ...(error ? [error.summary, ...(error.advice === undefined ? [] : [error.advice]), ...error.facts] : []).map(
      (line) => `# ${oneLine(line)}`,
    ),
    ...(reply ? shownHeaders(reply.headers).map(([name, value]) => `${name}: ${oneLine(value)}`) : []),
  ];
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
