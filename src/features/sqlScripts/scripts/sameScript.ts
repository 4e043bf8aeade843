import type { SqlScript } from './sqlScript.ts';

/** A key for maps: equal for names that the service takes for the same. */
export function nameKey(name: string): string {
  return name.toLowerCase();
}

/** Whether both are the same version: by their etags, and by what they say where one has none. */
export function sameVersion(one: SqlScript | undefined, other: SqlScript | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  if (one.etag !== undefined && other.etag !== undefined) return one.etag === other.etag && one.name === other.name;
  return saysTheSame(one, other);
}

/** Whether both say the same in all that we know of a script; for telling whether a write has arrived. */
export function saysTheSame(one: SqlScript, other: SqlScript): boolean {
  const said = ({ name, folder, query, connection, description, resultLimit }: SqlScript): string =>
    JSON.stringify([
      name,
      folder,
      query,
      description,
      resultLimit,
      connection.type,
      connection.poolName,
      connection.databaseName,
    ]);
  return said(one) === said(other);
}
