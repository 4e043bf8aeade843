import type { Group } from './group.ts';
import type { Declaration, ReadGroup } from './readGroup.ts';
import { groupFile, rootsOf } from './readGroup.ts';
import { reachableDefinitions } from './models.ts';
import { modelsFile, type GroupRoots, type Models } from './placeModels.ts';
import { renderDefinition } from './renderDefinition.ts';
import type { TypeContext } from './renderType.ts';
import { renderShape } from './shape.ts';
import type { Definition, Specifications } from './specifications.ts';

/** The file of a group, unformatted: its const, then the models that no other group uses. */
export function renderGroup(read: ReadGroup, models: Models, specifications: Specifications): string {
  const { group, declarations } = read;
  const roots = rootsOf(read);
  const file = groupFile(group);
  const definitions = distinctNames(reachable([roots], specifications), models);
  if (definitions.some((definition) => models.nameOf(definition) === group.name)) {
    throw new Error(`${group.name} is also the name of one of its models: call the group something else`);
  }
  const local = definitions.filter((definition) => models.homeOf(group.service, definition) === file);

  const used = new Set<string>();
  const recording = (context: TypeContext): TypeContext => ({
    ...context,
    nameOf: (definition) => {
      const name = context.nameOf(definition);
      used.add(name);
      return name;
    },
  });
  const members = declarations.map((declaration) => renderDeclaration(group, declaration, models, recording));
  const types = local.map((definition) => renderDefinition(definition, recording(models.contextFor(definition))));
  const localNames = new Set(local.map(models.nameOf));
  const imported = [...used].filter((name) => !localNames.has(name)).sort();
  const shared = definitions
    .map(models.nameOf)
    .filter((name) => !localNames.has(name))
    .sort();
  return [
    header(group.files),
    [
      `import { operation } from '../../azure/operation.ts';`,
      imported.length > 0 ? `import type { ${imported.join(', ')} } from './models.generated.ts';` : '',
    ].join('\n'),
    // Users import all models of a group from its file, and need not care when another group begins to share one.
    shared.length > 0 ? `export type { ${shared.join(', ')} } from './models.generated.ts';` : '',
    `export const ${group.name} = {\n${members.join('\n')}\n} as const;`,
    ...types,
  ].join('\n\n');
}

/** The models that several groups of a service use, unformatted; `undefined` when there are none. */
export function renderModels(
  service: string,
  groups: readonly GroupRoots[],
  models: Models,
  specifications: Specifications,
): string | undefined {
  const shared = distinctNames(reachable(groups, specifications), models)
    .filter((definition) => models.homeOf(service, definition) === modelsFile(service))
    .sort((one, other) => (models.nameOf(one) < models.nameOf(other) ? -1 : 1));
  if (shared.length === 0) return undefined;
  const files = [...new Set(shared.map(({ file }) => file))].sort();
  return [
    header(files),
    ...shared.map((definition) => renderDefinition(definition, models.contextFor(definition))),
  ].join('\n\n');
}

function renderDeclaration(
  group: Group,
  { member, operation, shape, end }: Declaration,
  models: Models,
  recording: (context: TypeContext) => TypeContext,
): string {
  const types = renderShape(shape, recording(models.contextFor('result')), recording(models.contextFor('request')));
  const wholePaths = (group.wholePaths ?? []).filter((name) => operation.path.includes(`{${name}}`));
  const declaration = {
    id: operation.id,
    plane: operation.plane,
    method: operation.method,
    path: operation.path,
    ...(operation.apiVersion === undefined ? {} : { apiVersion: operation.apiVersion }),
    ...(wholePaths.length === 0 ? {} : { wholePaths }),
    ...(shape.pages ? { pages: shape.pages } : {}),
    ...(end ? { longRunning: end.declared } : {}),
    ...(group.readOnly?.includes(operation.id) === true ? { readOnly: true } : {}),
    ...(group.once?.includes(operation.id) === true ? { once: true } : {}),
  };
  // One property a line, or prettier keeps what fits on one line there.
  const properties = Object.entries(declaration).map(([name, value]) => `${name}: ${JSON.stringify(value)},`);
  return `${member}: operation<${types}>()({\n${properties.join('\n')}\n}),`;
}

function reachable(groups: readonly GroupRoots[], specifications: Specifications): Definition[] {
  const roots = groups.flatMap(({ results, requests }) => [...results, ...requests]);
  return [...reachableDefinitions(roots, specifications).values()];
}

/** Definitions of one name are the same type (placeModels has made sure); one of them is written. */
function distinctNames(definitions: readonly Definition[], models: Models): Definition[] {
  const names = new Set<string>();
  return definitions.filter((definition) => {
    const name = models.nameOf(definition);
    if (names.has(name)) return false;
    names.add(name);
    return true;
  });
}

function header(files: readonly string[]): string {
  const names = files.map((file) => `//   ${file}`).join('\n');
  return `// Generated by scripts/generateApi.ts; not edited by hand. From the public specifications:\n${names}`;
}
