import { createHash } from 'node:crypto';

/** Where a script stands in a workspace. */
export interface ScriptPlace {
  /** `/` between its parts; empty for the top. */
  readonly folder: string;
  readonly name: string;
}

export interface FilePlace {
  /** Below the folder that is downloaded to; `/` between its parts. */
  readonly path: string;
  /** Whether the path alone tells the script's place; where it does not, the sidecar must. */
  readonly tells: boolean;
}

/** Bytes in a file's name that every file system takes, with room for an ending. */
const LONGEST = 200;

/** Not possible in a file's name on Windows, or not as a part of a path anywhere; and what looks like an escape already. */
const unsafe = /[<>:"/\\|?*\p{Cc}\p{Cs}]|%(?=[0-9A-F]{2}|u[0-9A-F]{4})/gu;
/** Names of devices on Windows, whatever ending they have. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=[. ]|$)/iu;

/**
 * Gives every script a file of its own, safe on Windows, macOS and Linux, and unique without regard to case. Characters
 * that cannot stand in a file's name are percent-escaped, so that the name says what the script is called without a
 * table; only what is too long or collides needs the sidecar.
 */
export class FilePlaces {
  readonly #taken = new Set<string>();
  /** Folders by their names without regard to case: two that differ in case alone are one on many disks. */
  readonly #folders = new Map<string, string>();

  /** The file of a script. Scripts are given in a fixed order, so that the same ones get the same files. */
  placeOf(script: ScriptPlace): FilePlace {
    const folder = this.#folderOf(script.folder);
    const base = shortened(escapedName(script.name));
    let path = '';
    for (let number = 1; path === '' || this.#taken.has(keyOf(path)); number += 1) {
      path = `${folder}${base}${number === 1 ? '' : `~${String(number)}`}.sql`;
    }
    this.#taken.add(keyOf(path));
    const told = scriptPlaceOf(path);
    return { path, tells: told.folder === script.folder && told.name === script.name };
  }

  #folderOf(folder: string): string {
    if (folder === '') return '';
    let path = '';
    for (const part of folder.split('/')) {
      // A folder without a name is no folder on a disk; the sidecar knows about it.
      if (part === '') continue;
      const wanted = `${path}${shortened(escapedFolder(part))}/`;
      path = this.#folders.get(keyOf(wanted)) ?? wanted;
      this.#folders.set(keyOf(wanted), path);
    }
    return path;
  }
}

/** What a file's path says about its script: sub-folders are script folders, the file's name is the script's. */
export function scriptPlaceOf(path: string): ScriptPlace {
  const parts = path.split('/');
  const file = (parts.pop() ?? '').replace(/\.(?:sql|json)$/iu, '');
  return { folder: parts.map((part) => unescaped(part, escapedFolder)).join('/'), name: unescaped(file, escapedName) };
}

/** A key for sets of paths: equal for those that may be the same file on some disk. */
export function keyOf(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function escapedName(name: string): string {
  const safe = name.replace(unsafe, escape);
  return name === '' || device.test(safe) || /^[. ]/u.test(safe) ? escapeFirst(safe) : safe;
}

function escapedFolder(name: string): string {
  // Windows drops dots and spaces at the end; a folder that ends like a file could be one's namesake.
  const safe = name
    .replace(unsafe, escape)
    .replace(/[. ]$/u, escape)
    .replace(/\.(?=(?:sql|json)$)/iu, escape);
  // Folders that begin with a dot are not read, and neither are packages of npm.
  return device.test(safe) || /^[. ]|^node_modules$/iu.test(safe) ? escapeFirst(safe) : safe;
}

function unescaped(part: string, escapedAs: (name: string) => string): string {
  const name = part.replace(/%([0-9A-F]{2})|%u([0-9A-F]{4})/gu, (_match, short?: string, long?: string) =>
    String.fromCharCode(Number.parseInt(short ?? long ?? '', 16)),
  );
  // What nobody has escaped is meant as it is: `growth%20.sql` of somebody's own is called so.
  return escapedAs(name) === part ? name : part;
}

function escape(character: string): string {
  const code = character.charCodeAt(0);
  const [sign, digits] = code < 0x100 ? ['%', 2] : ['%u', 4];
  return `${sign}${code.toString(16).toUpperCase().padStart(digits, '0')}`;
}

function escapeFirst(name: string): string {
  return name === '' ? '%00' : escape(name.charAt(0)) + name.slice(1);
}

function shortened(part: string): string {
  const bytes = Buffer.from(part);
  if (bytes.length <= LONGEST) return part;
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  // A character that was cut in the middle goes; so does what Windows would drop.
  return `${bytes.toString('utf8', 0, LONGEST - 20).replace(/[\ufffd. ]+$/u, '')}~${hash}`;
}
