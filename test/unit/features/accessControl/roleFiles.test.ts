import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { Assignment } from '../../../../src/features/accessControl/model/access.ts';
import type { LookedUp, Principal } from '../../../../src/features/accessControl/model/principal.ts';
import { builtInRoles } from '../../../../src/features/accessControl/roles/builtInRoles.ts';
import { exportCsv, exportJson } from '../../../../src/features/accessControl/roles/files/exportRoles.ts';
import { defused, undefused } from '../../../../src/features/accessControl/roles/files/formulas.ts';
import {
  ImportError,
  type Imported,
  type ImportKind,
  mostImportBytes,
  mostImportRows,
} from '../../../../src/features/accessControl/roles/files/importFile.ts';
import { referencesOf, withLookedUp } from '../../../../src/features/accessControl/roles/files/lookedUp.ts';
import {
  type ImportContext,
  importText,
  readImport,
} from '../../../../src/features/accessControl/roles/files/readImport.ts';
import { rolePlan } from '../../../../src/features/accessControl/roles/plan/rolePlan.ts';
import { legalSet, made, workspaceName } from './support/roleSets.ts';

const ada = 'aaaaaaaa-0000-4000-8000-000000000000';
const identity = 'dddddddd-0000-4000-8000-000000000000';
const administrator = '6e4bf58a-b8e1-4cc3-bbf9-d73143322b78';
const user = '2a385764-43e8-416c-9825-7b18d05a2c4b';
const here: ImportContext = { workspaceName, roles: builtInRoles, present: [] };
const kinds: readonly ImportKind[] = ['csv', 'json'];

/** Names that are there to break a file: separators, quotes, line ends, formulas, any Unicode. */
const anyName = fc.oneof(
  fc.constantFrom(
    '=HYPERLINK("x")',
    '+1',
    '-1',
    '@SUM(1)',
    '\t=1',
    '\r=1',
    "'=1",
    "''+",
    '\uff1d1',
    'a\nb',
    'a\r\nb',
    '"',
    ',;\t',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

function exported(
  kind: ImportKind,
  assignments: readonly Assignment[],
  names?: readonly string[],
  identityId?: string,
) {
  const principals = new Map(
    assignments.map(({ principalId }, index): [string, Principal] => {
      const name = names?.[index % names.length] ?? 'Ada';
      return [principalId, { id: principalId, type: 'User', displayName: name, userPrincipalName: name, mail: name }];
    }),
  );
  // Without names: as where nobody may be asked for them.
  const known = names ? principals : new Map<string, Principal>();
  const parts = { workspaceName, assignments, roles: builtInRoles, principals: known, identityId };
  return kind === 'csv' ? exportCsv(parts) : exportJson(parts);
}

function planOf({ rows }: Imported, present: readonly Assignment[]): string[] {
  const wanted = rows.map((row) => row.wanted);
  const options = {
    workspaceName,
    roles: builtInRoles,
    removeOthers: true,
    refusalWords: ({ why }: { why: string }) => why,
  };
  return rolePlan(wanted, present, options).map(({ action }) => action);
}

/** Rows and problems as lines. */
function lines({ rows, toLookUp, problems }: Imported): string[] {
  return [
    ...rows.map(({ row, wanted }) => `${row} ${wanted.scope} ${wanted.principalType ?? ''}`.trim()),
    ...toLookUp.map(({ row, reference }) => `${row} look up ${reference}`),
    ...problems.map(({ row, fault }) => [row, ...Object.values(fault)].join(' ')),
  ];
}

describe('a cell', () => {
  it('never begins like a formula, and comes back as it was', () => {
    fc.assert(
      fc.property(anyName, (text) => {
        assert.doesNotMatch(defused(text), /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u);
        assert.equal(undefused(defused(text)), text);
      }),
    );
  });

  it('is not touched where nothing could be taken for a formula', () => {
    for (const text of ['', 'Ada', "O'Brien", "'quoted'", 'a=b', '陈美']) assert.equal(defused(text), text);
  });
});

describe('an export', () => {
  for (const kind of kinds) {
    it(`as ${kind} asks for just what is there when it is imported again`, () => {
      fc.assert(
        fc.property(legalSet, fc.array(anyName, { minLength: 1 }), fc.boolean(), (set, names, typed) => {
          const whole = made(set);
          const present = typed ? whole : whole.map(({ principalType: _type, ...untyped }): Assignment => untyped);
          const text = importText(new TextEncoder().encode(exported(kind, present, typed ? names : undefined)));
          const items = new Map([['bigDataPools', ['other']]]);
          const imported = readImport(text, kind, { ...here, present, items });
          assert.deepEqual(imported.problems, []);
          assert.deepEqual(imported.toLookUp, []);
          assert.equal(imported.from, undefined);
          assert.deepEqual(
            planOf(imported, present),
            present.map(() => 'unchanged'),
          );
        }),
      );
    });

    it(`as ${kind} goes into another workspace, whose items have the same names`, () => {
      const scopes = ['workspaces/ws', 'workspaces/ws/bigDataPools/Spark1', 'workspaces/ws/bigDataPools/gone'];
      const set = scopes.map((scope) => ({ roleId: user, principalId: ada, principalType: 'User' as const, scope }));
      const items = new Map([['bigDataPools', ['spark1']]]);
      const imported = readImport(exported(kind, made(set)), kind, { ...here, workspaceName: 'prod', items });
      assert.equal(imported.from, 'ws');
      const first = kind === 'csv' ? 2 : 1;
      assert.deepEqual(lines(imported), [
        `${String(first)} workspaces/prod User`,
        `${String(first + 2)} workspaces/prod/bigDataPools/spark1 User`,
        `${String(first + 1)} noCounterpart bigDataPools gone`,
      ]);
    });

    it(`as ${kind} gives the identity of the other workspace what this one’s has`, () => {
      const own = {
        roleId: administrator,
        principalId: identity,
        principalType: 'ServicePrincipal' as const,
        scope: 'workspaces/ws',
      };
      const text = exported(kind, made([own]), [], identity);
      const other = readImport(text, kind, { ...here, workspaceName: 'prod', identityId: ada });
      assert.deepEqual(
        other.rows.map(({ wanted }) => wanted),
        [{ ...own, principalId: ada, scope: 'workspaces/prod' }],
      );
      assert.deepEqual(readImport(text, kind, { ...here, workspaceName: 'prod' }).problems[0]?.fault, {
        why: 'workspaceIdentity',
      });
    });
  }

  it('as CSV is one that every spreadsheet reads: byte order mark, CRLF, no formulas', () => {
    fc.assert(
      fc.property(legalSet, fc.array(anyName, { minLength: 1 }), (set, names) => {
        const text = exported('csv', made(set), names);
        assert.ok(text.startsWith('\ufeffprincipal,principalType,role,'));
        const records = parse(text, { bom: true, record_delimiter: ['\r\n', '\n', '\r'] });
        assert.equal(records.length, set.length + 1);
        for (const cell of records.flat()) assert.doesNotMatch(cell, /^[=+\-@\t\r\n]/u);
        const shown = new Set(records.slice(1).map(([name = '']) => undefused(name)));
        for (const name of shown) assert.ok(name === '' || names.includes(name), JSON.stringify(name));
      }),
    );
  });

  it('is the same whatever order the service has', () => {
    fc.assert(
      fc.property(legalSet, (set) => {
        const present = made(set);
        for (const kind of kinds) assert.equal(exported(kind, present), exported(kind, present.toReversed()));
      }),
    );
  });
});

describe('an import', () => {
  const csv = (text: string, context = here): Imported => readImport(text, 'csv', context);

  it('understands other people’s lists', () => {
    const rows = [
      `ada@contoso.com;Synapse User;workspace`,
      `${ada};${administrator.toUpperCase()};bigDataPools/spark1`,
    ];
    const imported = csv(`Object ID;Role Name;Scope\r\n${rows.join('\r\n')}\r\n;;\r\n`);
    assert.deepEqual(lines(imported), ['2 look up ada@contoso.com', `3 look up ${ada}`]);
    assert.deepEqual(
      imported.toLookUp.map(({ wanted }) => [wanted.roleId, wanted.scope]),
      [
        [user, 'workspaces/ws'],
        [administrator, 'workspaces/ws/bigDataPools/spark1'],
      ],
    );
    assert.deepEqual(lines(csv('upn\trole\nada@x\tuser\n')), ['2 look up ada@x']);
    assert.deepEqual(lines(csv(`upn,role\n'+ada@x,user\n`)), ['2 look up +ada@x']);
    assert.deepEqual(lines(csv(`principalId,type,role,Name\n${ada},user,"Apache Spark Admin","a,b"\n`)), [
      '2 workspaces/ws user',
    ]);
  });

  it('understands what the Azure CLI prints', () => {
    const printed = [
      { id: 'x', principalId: ada, principalType: 'User', roleDefinitionId: user, scope: 'workspaces/ws' },
    ];
    assert.deepEqual(lines(readImport(JSON.stringify(printed), 'json', here)), ['1 workspaces/ws User']);
  });

  it('asks for nobody whom an application id names without the directory', () => {
    const imported = csv(`applicationId,principalType,role\n${ada},ServicePrincipal,Synapse User\n`);
    assert.deepEqual(lines(imported), [`2 look up ${ada}`]);
  });

  it('says which rows it leaves out, and why', () => {
    const imported = csv(
      [
        'principalId,principalType,role,roleId,scope',
        `,User,Synapse User,,workspaces/ws`,
        `${ada},User,,,workspaces/ws`,
        `${ada},User,Synapse Emperor,,workspaces/ws`,
        `${ada},User,Synapse User,${administrator},workspaces/ws`,
        `${ada},User,Synapse User,${user},`,
        `${ada},User,Synapse User,,/subscriptions/x`,
        `${ada},User,Synapse User,,workspaces/dev`,
        `${ada},User,,24fa9e0a-d130-4536-9f92-8b976b16986b,workspaces/ws`,
      ].join('\n'),
    );
    assert.deepEqual(lines(imported), [
      '2 noPrincipal',
      '3 noRole',
      '4 unknownRole Synapse Emperor',
      `5 rolesDiffer Synapse User ${administrator}`,
      '6 noScope',
      '7 unreadableScope /subscriptions/x',
      '8 otherWorkspace dev',
      '9 unknownRole 24fa9e0a-d130-4536-9f92-8b976b16986b',
    ]);
    assert.deepEqual(lines(readImport('[1, {}]', 'json', here)), ['1 unreadable', '2 unreadable']);
  });

  it('of rows by name is whole once they are looked up', () => {
    const imported = csv(
      'upn,role\nada@x,Synapse User\nben@x,Synapse User\nnobody@x,Synapse User\n?,Synapse User\nlost@x,User\nada@x,Contributor\n',
    );
    assert.deepEqual(referencesOf(imported), ['ada@x', 'ben@x', 'nobody@x', '?', 'lost@x']);
    const principal: Principal = { id: ada, type: 'Group', displayName: 'Ada' };
    const answers: LookedUp[] = [
      { reference: 'ada@x', found: 'one', principal, by: 'name' },
      { reference: 'ben@x', found: 'several', principals: [principal, principal] },
      { reference: 'nobody@x', found: 'none' },
      { reference: '?', found: 'unreadable' },
      { reference: 'lost@x', found: 'unasked', gap: { reason: 'consent', error: undefined } },
    ];
    assert.deepEqual(lines(withLookedUp(imported, answers)), [
      '2 workspaces/ws Group',
      '7 workspaces/ws Group',
      '3 severalFound ben@x',
      '4 notFound nobody@x',
      '5 unreadableReference ?',
      '6 unasked lost@x',
    ]);
  });

  it('says what is wrong with a whole file', () => {
    const failureOf = (text: string, kind: ImportKind): unknown => {
      try {
        return readImport(text, kind, here);
      } catch (error) {
        assert.ok(error instanceof ImportError, String(error));
        return error.failure.why;
      }
    };
    assert.equal(failureOf('', 'csv'), 'noColumns');
    assert.equal(failureOf('name,scope\n', 'csv'), 'noColumns');
    assert.equal(failureOf('upn,role\n"ada,user\n', 'csv'), 'notCsv');
    assert.equal(failureOf('{', 'json'), 'notJson');
    assert.equal(failureOf('{"version":1}', 'json'), 'notRoles');
    assert.equal(failureOf('"x"', 'json'), 'notRoles');
    assert.equal(failureOf('{"version":2,"roleAssignments":[]}', 'json'), 'version');
    assert.equal(failureOf(`upn,role\n${'a@x,user\n'.repeat(mostImportRows + 1)}`, 'csv'), 'tooManyRows');
    assert.equal(failureOf(JSON.stringify(Array.from({ length: mostImportRows + 1 })), 'json'), 'tooManyRows');
    assert.equal(failureOf(' '.repeat(mostImportBytes + 1), 'json'), 'tooLarge');
    assert.throws(() => importText(Uint8Array.of(0xff, 0x41)), { failure: { why: 'notText' } });
    assert.throws(() => importText(new Uint8Array(10)), { failure: { why: 'notText' } });
    assert.throws(() => importText(new Uint8Array(mostImportBytes + 1)), ImportError);
  });

  it('reads what Excel writes', () => {
    const text = 'upn\trole\r\nada@x\tSynapse User\r\n';
    const bytes = Buffer.concat([Uint8Array.of(0xff, 0xfe), Buffer.from(text, 'utf16le')]);
    assert.deepEqual(lines(csv(importText(bytes))), ['2 look up ada@x']);
  });

  it('never fails in another way, whatever the file', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.string().map((text) => `upn,role,scope\n${text}`),
    );
    fc.assert(
      fc.property(odd, fc.constantFrom(...kinds), (text, kind) => {
        try {
          readImport(text, kind, here);
        } catch (error) {
          if (!(error instanceof ImportError)) throw error;
        }
      }),
    );
  });
});
