/** A folder as somebody types it, as the service keeps it: no slash at its ends, none twice. */
export function tidyFolder(folder: string): string {
  return folder
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('/');
}

/** The text with one kind of line ending, for telling whether only these differ. */
export function withoutEndings(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
