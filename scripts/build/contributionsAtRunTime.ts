import type { Plugin } from 'esbuild';
import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** What a command's declaration is asked for while the extension runs; the rest is in package.json by then. */
const keptOfCommands = new Set(['title', 'targets']);
const keptOfContributions = new Set(['commands']);

/**
 * Leaves out of the features' contributions.ts what only package.json is made of: menus, icons, conditions, settings, views
 * and texts, which would be a good part of what activation reads.
 */
export const contributionsAtRunTime: Plugin = {
  name: 'contributions at run time',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*[\\/]contributions\.ts$/ }, ({ path }) => ({
      contents: withoutManifestParts(readFileSync(path, 'utf8')),
      loader: 'ts',
    }));
  },
};

/** The source of a contributions.ts without what only package.json needs. */
export function withoutManifestParts(source: string): string {
  const file = ts.createSourceFile('contributions.ts', source, ts.ScriptTarget.Latest, true);
  const dropped: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText(file) === 'contributions') {
      for (const [name, member] of membersOf(node.arguments[0])) {
        if (!keptOfContributions.has(name)) dropped.push(member);
        else for (const [, command] of membersOf(initializerOf(member))) dropParts(command);
      }
      return;
    }
    ts.forEachChild(node, visit);
  };
  const dropParts = (command: ts.Node): void => {
    for (const [name, member] of membersOf(initializerOf(command))) if (!keptOfCommands.has(name)) dropped.push(member);
  };
  visit(file);
  let at = 0;
  let kept = '';
  for (const node of dropped.toSorted((a, b) => a.getStart(file) - b.getStart(file))) {
    kept += source.slice(at, node.getStart(file));
    at = node.getEnd();
    // The comma goes with what stood before it.
    const [comma = ''] = /^\s*,/.exec(source.slice(at)) ?? [];
    at += comma.length;
  }
  return kept + source.slice(at);
}

/** The named members of an object literal; none of anything else. */
function membersOf(node: ts.Node | undefined): [string, ts.ObjectLiteralElementLike][] {
  if (node === undefined || !ts.isObjectLiteralExpression(node)) return [];
  return node.properties.flatMap((member) =>
    member.name && (ts.isIdentifier(member.name) || ts.isStringLiteral(member.name))
      ? [[member.name.text, member]]
      : [],
  );
}

function initializerOf(member: ts.Node): ts.Expression | undefined {
  return ts.isPropertyAssignment(member) ? member.initializer : undefined;
}
