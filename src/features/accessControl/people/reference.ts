/** What somebody wrote to name a principal. */
export type Reference =
  /** An object id or an application id; only the directory can tell which. In lower case. */
  | { readonly kind: 'id'; readonly id: string }
  /** A user principal name or a mail address. */
  | { readonly kind: 'name'; readonly name: string };

const guid = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/iu;

/**
 * Reads one reference: a GUID, with or without braces; an address, alone or as mail programs copy it (`Ann <ann@x.y>`).
 * Undefined for everything else. Marks of writing direction, which copying from a web page brings along, are dropped.
 */
export function readReference(text: string): Reference | undefined {
  const bare = text.replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '').trim();
  const id = guid.exec(bare)?.[1];
  if (id !== undefined) return { kind: 'id', id: id.toLowerCase() };
  const name = /<([^<>]*)>$/u.exec(bare)?.[1]?.trim() ?? bare;
  // Guests have a # in their user principal names; the rest of what a mailbox may be called is for the directory to know.
  return /^[^\s@<>"]{1,256}@[^\s@<>"]{1,256}$/u.test(name) ? { kind: 'name', name } : undefined;
}
