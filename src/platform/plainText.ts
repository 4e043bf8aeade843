/**
 * VS Code reads a little markup where an extension means plain text: notifications turn `[text](command:…)` into a
 * link, quick picks turn `$(name)` into an icon. Text from the service must show as itself, so these two openings are
 * broken with a zero-width space, and control characters, which could hide or reorder text, are made visible. Only an
 * isolate that is closed again and holds none of them stays: it keeps what is in it from reordering what is around it.
 */
export function plainText(text: string): string {
  return text
    .replaceAll('](', ']\u200b(')
    .replaceAll('$(', '$\u200b(')
    .replace(isolateOrControl, (found, inside?: string) => (inside === undefined ? '\ufffd' : found));
}

const controls = '\\u0000-\\u0009\\u000b-\\u001f\\u007f\\u202a-\\u202e\\u2066-\\u2069';
const isolateOrControl = new RegExp(`\\u2068([^\\u000a${controls}]*)\\u2069|[${controls}]`, 'gu');
