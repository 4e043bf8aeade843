import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  AssignmentTable,
  isGroup,
  tableColumns,
} from '../../../../../src/features/accessControl/rolesPage/browser/assignmentTable.ts';
import type { AssignmentRow } from '../../../../../src/features/accessControl/rolesPage/contract.ts';

const words = { type: (type = '?') => type, inherited: (where: string) => `${where} (inherited)` };

function rowOf(id: number, role: string, principalId: string, scope = 'workspaces/w'): AssignmentRow {
  return {
    id: String(id),
    principalId,
    principalType: 'User',
    roleId: role,
    role,
    scope,
    where: scope,
    inherited: false,
  };
}

function tableOf(...rows: readonly AssignmentRow[]): AssignmentTable {
  const table = new AssignmentTable(words);
  table.setRows(rows);
  return table;
}

const keys = (table: AssignmentTable): string[] => table.shown.map(({ key }) => key);

describe('the table of assignments', () => {
  it('sorts by a column, and what is the same there by the others', () => {
    const table = tableOf(rowOf(1, 'b', 'x'), rowOf(2, 'a', 'y'), rowOf(3, 'a', 'x'));
    table.look({ sort: { column: 'role', descending: false } });
    assert.deepEqual(keys(table), ['3', '2', '1']);
    table.look({ sort: { column: 'role', descending: true } });
    assert.deepEqual(keys(table), ['1', '3', '2']);
  });

  it('finds every word, in any column, in names that arrive late and in ids', () => {
    const table = tableOf(rowOf(1, 'Reader', 'id-1'), rowOf(2, 'Writer', 'id-2'));
    table.look({ filter: 'ann wri' });
    assert.deepEqual(keys(table), []);
    table.addPeople([{ id: 'id-2', name: 'Ann', detail: 'ann@example.com' }]);
    assert.deepEqual(keys(table), ['2']);
    table.look({ filter: 'EXAMPLE id-2' });
    assert.deepEqual(keys(table), ['2']);
  });

  it('keeps people of one name apart, and closes groups', () => {
    const table = tableOf(rowOf(1, 'a', 'id-1'), rowOf(2, 'a', 'id-2'), rowOf(3, 'b', 'id-1'));
    table.addPeople([
      { id: 'id-1', name: 'Ann' },
      { id: 'id-2', name: 'Ann' },
    ]);
    table.look({ group: 'principal' });
    const groups = table.shown.filter(isGroup);
    assert.deepEqual(
      groups.map(({ label, ids }) => [label, ids]),
      [
        ['Ann (2)', ['1', '3']],
        ['Ann (1)', ['2']],
      ],
    );
    table.toggle(groups[0]?.key ?? '', false);
    assert.deepEqual(keys(table), ['principal id-1', 'principal id-2', '2']);
    table.look({ group: 'role' });
    assert.deepEqual(
      table.shown.filter(isGroup).map(({ open }) => open),
      [true, true],
    );
  });

  it('knows its longest texts, which are those of all rows and not of those that fit', () => {
    const table = tableOf(rowOf(1, 'Reader', 'id-1'), rowOf(2, 'Synapse Linked Data Manager', 'id-2'));
    const { role, principal } = table.longest;
    assert.deepEqual([role, principal], [27, 4]);
    table.look({ filter: 'reader' });
    assert.equal(table.longest.role, 27);
    table.addPeople([{ id: 'id-1', name: 'Somebody' }]);
    assert.equal(table.longest.principal, 8);
  });

  it('does not lose a name that has arrived', () => {
    const table = tableOf(rowOf(1, 'a', 'id-1'));
    table.addPeople([{ id: 'id-1', name: 'Ann', type: 'User' }]);
    table.addPeople([{ id: 'id-1' }]);
    assert.equal(table.all[0]?.principal, 'Ann');
  });

  it('shows every assignment that fits once, however it is sorted and grouped', () => {
    const some = fc.constantFrom('a', 'b', 'c', 'Ä');
    const rows = fc.array(fc.tuple(some, some, some), { maxLength: 30 });
    const view = fc.record({
      sort: fc.record({ column: fc.constantFrom(...tableColumns), descending: fc.boolean() }),
      group: fc.constantFrom('none' as const, 'principal' as const, 'role' as const, 'scope' as const),
      filter: fc.constantFrom('', 'a', 'b c'),
    });
    fc.assert(
      fc.property(rows, view, (made, looked) => {
        const table = tableOf(...made.map(([role, who, scope], index) => rowOf(index, role, who, scope)));
        table.look(looked);
        const shown = table.shown.filter((row) => !isGroup(row)).map(({ key }) => key);
        assert.deepEqual(shown.toSorted(), table.fitting.map(({ key }) => key).toSorted());
        const inGroups = table.shown.filter(isGroup).flatMap(({ ids }) => ids);
        if (looked.group !== 'none') assert.deepEqual(inGroups.toSorted(), shown.toSorted());
      }),
    );
  });
});
