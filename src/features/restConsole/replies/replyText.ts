import * as vscode from 'vscode';
import { parseExact } from '../../../azure/exactJson.ts';
import { maskSecrets } from '../../../azure/maskSecrets.ts';
import type { Exchange } from './exchange.ts';
import { bodyText } from './jsonBody.ts';
import { mask, handsOutSecrets, maskReply, shownHeaders } from './secrets.ts';

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
    const shownBodies = bodies.length > 0 ? bodies.map(bodyText) : [bodyOfAnswer(exchange)];
    text.push(...head(exchange), '', ...shownBodies.flatMap((body) => [...body.split('\n'), '']));
    while (text.at(-1) === '') text.pop();
  });
  return { text: shortened(`${text.join('\n')}\n`), lines, hidden };
}

/** The body of an answer that brought no result, such as an error: always masked, since nobody needs its secrets. */
function bodyOfAnswer({ operationId, reply }: Exchange): string {
  const text = reply?.text.trim() ?? '';
  if (!reply || text === '') return '';
  // A refusal hands out nothing.
  const handedOut = reply.status < 400 ? operationId : '';
  try {
    return bodyText(maskReply(handedOut, parseExact(text)).body);
  } catch {
    if (/[\u0000\ufffd]/u.test(text)) return `# ${vscode.l10n.t('The answer is no text, and is not shown.')}`;
    return handsOutSecrets(handedOut) ? mask : maskSecrets(text).replaceAll(/\r\n?/gu, '\n');
  }
}

/** VS Code shares no text of more than 50 MB with extensions; such a document would not open at all. */
const longestText = 40_000_000;

function shortened(text: string): string {
  if (text.length <= longestText) return text;
  const end = vscode.l10n.t('The reply is longer than an editor can show: {0} characters.', text.length);
  return `${text.slice(0, longestText)}\n# ${end}\n`;
}

function head(exchange: Exchange): string[] {
  const { method, target, operationId, reply, error, states, bodies, more, leftAlone } = exchange;
  const seconds = (exchange.durationMs / 1000).toFixed(2);
  const last = states.at(-1);
  const remarks = [
    operationId,
    vscode.l10n.t('{0} s', seconds),
    ...(bodies.length > 1 || more ? [vscode.l10n.t('pages: {0}', bodies.length)] : []),
    ...(more ? [vscode.l10n.t('there is more')] : []),
    ...(last === undefined ? [] : [vscode.l10n.t('states: {0}', [...new Set(states)].join(' → '))]),
    ...(leftAlone ? [vscode.l10n.t('no longer followed; Azure goes on with it')] : []),
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
