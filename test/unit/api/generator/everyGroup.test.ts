import assert from 'node:assert/strict';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { findOperations, type FoundOperation } from '../../../../scripts/generateApi/findOperations.ts';
import { generate } from '../../../../scripts/generateApi/generate.ts';
import { groups, modelSuffixes } from '../../../../scripts/generateApi/groups.ts';
import type { KnownEnds } from '../../../../scripts/generateApi/longRunning.ts';
import { plannedGroups } from '../../../../scripts/generateApi/plannedGroups.ts';
import {
  openSpecifications,
  specificationRoot,
  specificationsFolder,
} from '../../../../scripts/generateApi/specifications.ts';
import { writeFiles } from '../../../../scripts/generateApi/files.ts';
import { longRunningEnds, type KnownEnd } from '../../../../src/api/longRunningEnds.ts';
import { temporaryFolder } from './fixture.ts';

const project = path.resolve(import.meta.dirname, '../../../..');
const root = specificationRoot(specificationsFolder());
const allGroups = [...groups, ...plannedGroups];

interface Listed {
  readonly operationId: string;
  readonly plane: string;
  readonly method: string;
  readonly path: string;
  readonly group: string;
  readonly lro: boolean;
}

function guessedEnd({ method }: FoundOperation): KnownEnd {
  return { then: method === 'DELETE' ? 'nothing' : 'location', source: 'none' };
}

describe('every operation group', { skip: root === undefined && 'no specifications folder' }, () => {
  const specifications = openSpecifications(root ?? '');
  const found = root === undefined ? [] : allGroups.flatMap((group) => findOperations(group, specifications));
  const guesses = found.filter(({ longRunning }) => longRunning).map((each) => [each.id, guessedEnd(each)] as const);
  const ends: KnownEnds = { ...Object.fromEntries(guesses), ...longRunningEnds };

  it('can be declared, and the compiler accepts the declarations', async () => {
    const files = await generate({ specifications, groups: allGroups, ends, modelSuffixes });
    using folder = temporaryFolder();
    writeFiles(path.join(folder.path, 'src', 'api'), files);
    cpSync(path.join(project, 'src/azure/operation.ts'), path.join(folder.path, 'src/azure/operation.ts'));
    cpSync(path.join(project, 'tsconfig.json'), path.join(folder.path, 'tsconfig.json'));
    writeFileSync(path.join(folder.path, 'package.json'), '{ "type": "module" }');
    symlinkSync(path.join(project, 'node_modules'), path.join(folder.path, 'node_modules'), 'junction');
    assert.deepEqual(compile(folder.path), []);
  });

  it('covers the table of operations: all of the management plane, and what the folder has files for of the rest', () => {
    const table = JSON.parse(readFileSync(path.join(specificationsFolder(), 'operations.json'), 'utf8')) as Listed[];
    const declared = new Map(found.map((operation) => [address(operation), operation]));
    const missing = table
      .filter(({ group }) => group !== '(other)')
      .filter((listed) => {
        const operation = declared.get(address(listed));
        if (operation) assert.deepEqual([operation.id, operation.longRunning], [listed.operationId, listed.lro]);
        return operation === undefined;
      });
    assert.deepEqual(
      new Set(missing.map(({ group }) => group)),
      new Set([
        '2019-11-01-preview Livy+monitoring', // the same, with the beginning of their paths left out in the table
        'KqlScripts/SparkConfigurations', // Spark configurations: no file
        'RBAC 2020-02-01-preview', // no file
        'Resources', // no file
        'Subscriptions', // ListLocations: not wanted
        'ResourceGraph', // Operations_List: not wanted
      ]),
    );
    assert.equal(table.filter(({ plane, group }) => plane === 'management' && group !== '(other)').length, 104);
  });
});

function address({ method, path: template }: { readonly method: string; readonly path: string }): string {
  return `${method} ${template.replace('{livyApiVersion}', '2019-11-01-preview').replace('?disambiguation_dummy', '')}`;
}

/** What the compiler says about all files of a project folder, under our own settings. */
function compile(folder: string): string[] {
  const config = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path.join(folder, 'tsconfig.json'), ts.sys.readFile.bind(ts.sys)).config,
    ts.sys,
    folder,
  );
  assert.ok(config.fileNames.length > 70);
  const program = ts.createProgram(config.fileNames, config.options);
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    return `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
