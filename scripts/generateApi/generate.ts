import { format, resolveConfig } from 'prettier';
import type { Group } from './group.ts';
import { refuseStaleEnds, type KnownEnds } from './longRunning.ts';
import { nameDefinitions } from './models.ts';
import { modelsFile, placeModels } from './placeModels.ts';
import { groupFile, readGroup, rootsOf } from './readGroup.ts';
import { catalogueFile, renderCatalogue } from './renderCatalogue.ts';
import { renderGroup, renderModels } from './renderFiles.ts';
import { renderRequestSchemas, requestSchemasFile } from './requestSchemas.ts';
import type { Specifications } from './specifications.ts';

export interface GenerateInput {
  readonly specifications: Specifications;
  /** The groups to write. */
  readonly groups: readonly Group[];
  /** How long-running operations end: `src/api/longRunningEnds.ts`. */
  readonly ends: KnownEnds;
  /** Suffixes of type names by the beginning of the file name, see `nameDefinitions`. */
  readonly modelSuffixes?: Readonly<Record<string, string>>;
}

/**
 * All generated files: path below `src/api` → formatted text. Everything that cannot be declared faithfully is an
 * error that names the operation or definition.
 */
export async function generate(input: GenerateInput): Promise<ReadonlyMap<string, string>> {
  const { specifications, ends, modelSuffixes = {} } = input;
  const read = input.groups.map((group) => readGroup(group, specifications, ends));
  refuseStaleEnds(
    ends,
    read.flatMap(({ declarations }) => declarations.map(({ operation }) => operation)),
  );
  const nameOf = nameDefinitions(modelSuffixes);
  const models = placeModels(read.map(rootsOf), specifications, nameOf);

  const files = new Map(read.map((group) => [groupFile(group.group), renderGroup(group, models, specifications)]));
  for (const service of new Set(input.groups.map((group) => group.service))) {
    const roots = read.map(rootsOf).filter((group) => group.service === service);
    const text = renderModels(service, roots, models, specifications);
    if (text !== undefined) files.set(modelsFile(service), text);
  }
  files.set(catalogueFile, renderCatalogue(read));
  const formatted = [...files].map(async ([path, text]) => [path, await pretty(text)] as const);
  const schemas = renderRequestSchemas(read, specifications, nameOf);
  return new Map([...(await Promise.all(formatted)), [requestSchemasFile, schemas]]);
}

async function pretty(text: string): Promise<string> {
  return await format(text, { ...(await resolveConfig(import.meta.filename)), parser: 'typescript' });
}
