type Headers = Readonly<Record<string, string>>;

/**
 * Seconds that a reply asks to wait, or undefined when it does not say.
 *
 * Understands `Retry-After` (seconds or a date), the spelling `RetryAfter` of dedicated SQL pools (recording
 * azure-cli.sql_pool), and on 429 also Resource Graph's `x-ms-user-quota-resets-after` (hh:mm:ss) and the seconds that the
 * workspace endpoint only writes into its message (microsoft/SynapseVSCode#51).
 *
 * @param now Milliseconds since the epoch, for dates.
 */
export function retryAfterSeconds(
  reply: { readonly status: number; readonly headers: Headers; readonly text: string },
  now: number,
): number | undefined {
  const { headers } = reply;
  const said = secondsOrDate(headers['retry-after'], now) ?? secondsOrDate(headers['retryafter'], now);
  if (said !== undefined || reply.status !== 429) return said;
  return timeSpan(headers['x-ms-user-quota-resets-after']) ?? secondsInWords(reply.text);
}

function secondsOrDate(value: string | undefined, now: number): number | undefined {
  const text = value?.trim();
  if (text === undefined || text === '') return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  // HTTP dates end in GMT. Date.parse makes something of nearly any text with a number in it.
  const date = /[A-Z]$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}

function timeSpan(value: string | undefined): number | undefined {
  const parts = /^\s*(\d+):(\d{1,2}):(\d{1,2})/.exec(value ?? '');
  return parts === null ? undefined : Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3]);
}

function secondsInWords(text: string): number | undefined {
  const seconds = /\bretry (?:in|after) (\d{1,7}) seconds?\b/i.exec(text)?.[1];
  return seconds === undefined ? undefined : Number(seconds);
}
