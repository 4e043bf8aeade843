/** One operation group: one exported const in one file of `src/api`. */
export interface Group {
  /** Name of the const; the file is named after it (`SqlPools` → `sqlPools.generated.ts`). */
  readonly name: string;
  /** Folder below `src/api`; the groups of a folder share its models. */
  readonly service: 'arm' | 'resourceGraph' | 'synapse';
  /** Specification files, relative to the folder of all specifications. */
  readonly files: readonly string[];
  /** First parts of the operation ids (before `_`) where they differ from `name`. */
  readonly prefixes?: readonly string[];
  /** The operations that are wanted; without it, all with the prefix. */
  readonly only?: readonly string[];
  /** Member names by operation id, where the rule (see memberNames.ts) gives none that reads well. */
  readonly members?: Readonly<Record<string, string>>;
  /** Path parameters that always have the same value here (Livy's version). */
  readonly pathValues?: Readonly<Record<string, string>>;
  /**
   * Path parameters whose values are paths themselves (the scope of an Azure role assignment). By hand, because the
   * specifications' mark for it, `x-ms-skip-url-encoding`, is also on plain names, which must be encoded.
   */
  readonly wholePaths?: readonly string[];
  /** Ids of POST operations that change nothing, so that the service layer may repeat them. */
  readonly readOnly?: readonly string[];
  /** Ids of PUT operations that do more when they are sent twice, so that the service layer must not repeat them. */
  readonly once?: readonly string[];
  /** Resource Graph's paging, which the specification does not declare: its rows are in `items`, next pages by `$skipToken`. */
  readonly skipTokenItems?: string;
}
