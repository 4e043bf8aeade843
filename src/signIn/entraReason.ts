/** What an identity library threw, as one line that can be shown: no trace ids, no tokens, no line breaks. */
export function entraReason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text
    .replace(/\b(Trace ID|Correlation ID|Timestamp):\s*\S+( \S+Z)?/giu, '')
    .replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]*/gu, '…')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 600);
}
