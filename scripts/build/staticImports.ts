/** What is used of esbuild's report about its output files. */
export interface Output {
  readonly bytes: number;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly imports: readonly { readonly path: string; readonly kind: string; readonly external?: boolean }[];
}
export type Outputs = Readonly<Record<string, Output>>;

/** An output file, and all that Node reads before it runs the file. */
export function withStaticImports(all: Outputs, file: string): ReadonlySet<string> {
  const reached = new Set([file]);
  for (const at of reached) {
    for (const { path: imported, kind, external } of all[at]?.imports ?? []) {
      if (external !== true && kind !== 'dynamic-import') reached.add(imported);
    }
  }
  return reached;
}

/** Bytes of an output file and of all that is read before it runs. */
export function bytesAtStart(all: Outputs, file: string): number {
  return [...withStaticImports(all, file)].reduce((sum, one) => sum + (all[one]?.bytes ?? 0), 0);
}
