/** What is used of esbuild's report about its output files. */
export interface Output {
  readonly bytes: number;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly imports: readonly { readonly path: string; readonly kind: string; readonly external?: boolean }[];
  readonly entryPoint?: string;
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

/** The output file that begins with this source file: an entry, or what an `import()` of the file loads. */
export function outputOf(all: Outputs, source: string): string {
  const [file] = Object.entries(all).find(([, { entryPoint }]) => entryPoint === source) ?? [];
  if (file === undefined) throw new Error(`No output file begins with ${source}.`);
  return file;
}

/** All files that are read before the extension is active. */
export function filesAtStart(all: Outputs): ReadonlySet<string> {
  const sources = ['src/extension.ts', 'src/activation.ts'];
  return new Set(sources.flatMap((source) => [...withStaticImports(all, outputOf(all, source))]));
}

/** Bytes of all that is read before the extension is active. */
export function bytesAtStart(all: Outputs): number {
  return [...filesAtStart(all)].reduce((sum, file) => sum + (all[file]?.bytes ?? 0), 0);
}
