import { html, nothing, type TemplateResult } from 'lit';
import '../../../../platform/pages/browser/dataGrid.ts';
import { shareFor, widthFor } from '../../../../platform/pages/browser/columnWidth.ts';
import type { GridModel, GridSort } from '../../../../platform/pages/browser/gridModel.ts';
import type { InputOfRoles } from '../contract.ts';
import { addView } from './addView.ts';
import { groupings, isGroup, type Grouping, type ShownRow, type TableColumn, tableColumns } from './assignmentTable.ts';
import { checkView } from './checkView.ts';
import { button, checkBox, link, panel, selectField, type Text, textField } from './parts.ts';
import { planPartView } from './planPartView.ts';
import type { Panel, RolesModel } from './rolesModel.ts';

/** The whole page. */
export function rolesView(model: RolesModel, input: InputOfRoles, text: Text): TemplateResult {
  const { reading } = model;
  return html`<h1>${text('title')}</h1>
    <p class="quiet">
      ${input.item ? text('ofItem', input.item.name, input.name) : text('ofWorkspace', input.name)}
      ${reading.value ? html` · ${reading.value.place}` : nothing}
    </p>
    ${notes(model, text)} ${toolbar(model, text, input)} ${openPanel(model, text)}
    ${model.isListed ? tablePart(model, text) : nothing} ${planPartView(model, text)}`;
}

function notes(model: RolesModel, text: Text): TemplateResult {
  const { reading, gap, plan } = model;
  return html`${
    reading.problem === undefined
      ? nothing
      : html`<div class="note problem" role="alert">
          <p>${reading.problem}</p>
          <p class="links">
            ${link(text('retry'), () => void model.read())}
            ${link(text('signIn'), () => plan.act(() => model.client.ask('open', 'signIn')))}
          </p>
        </div>`
  }${
    model.isListed
      ? nothing
      : html`<div class="note caution" role="note" id="not-listed">
          <p><strong>${text('notListedTitle')}</strong></p>
          <p>${text('notListed')}</p>
        </div>`
  }${
    gap === undefined
      ? nothing
      : html`<div class="note" role="note" id="gap">
          <p>${gap.words}</p>
          <p class="links">
            ${gap.remedies.map((remedy) => link(remedy, () => plan.act(() => model.client.ask('remedy', remedy))))}
          </p>
        </div>`
  }`;
}

function toolbar(model: RolesModel, text: Text, input: InputOfRoles): TemplateResult {
  const { plan, reading } = model;
  const toggle = (id: Panel, label: string): TemplateResult =>
    button(
      `show-${id}`,
      label,
      () => {
        model.show(id);
      },
      { secondary: id !== 'add', expanded: model.panel === id, disabled: reading.value === undefined },
    );
  const ask = (format: 'json' | 'csv'): Promise<void> => plan.act(() => model.client.ask('exportTo', format));
  return html`<div class="actions toolbar">
    ${toggle('add', text('add'))}
    ${
      model.isListed
        ? button('remove', text('removeChosen', model.chosen.size), () => model.removeChosen(), {
            secondary: true,
            disabled: model.chosen.size === 0 || plan.isGoing,
          })
        : nothing
    }
    ${input.item ? nothing : toggle('import', text('import'))}
    ${
      model.isListed
        ? html`${button('export-json', text('exportJson'), () => ask('json'), { secondary: true, disabled: reading.going })}
          ${button('export-csv', text('exportCsv'), () => ask('csv'), { secondary: true, disabled: reading.going })}
          ${toggle('check', text('check'))}`
        : nothing
    }
    ${button('read-again', text('readAgain'), () => void model.read(), { secondary: true, disabled: reading.going })}
  </div>`;
}

function openPanel(model: RolesModel, text: Text): TemplateResult | typeof nothing {
  const close = (): void => {
    model.show('none');
  };
  switch (model.panel) {
    case 'add':
      return panel('add', text('addTitle'), addView(model, text), { text, close });
    case 'import':
      return panel('import', text('importTitle'), importView(model, text), { text, close });
    case 'check':
      return panel('check', text('checkTitle'), checkView(model, text), { text, close });
    case 'none':
      return nothing;
  }
}

function importView(model: RolesModel, text: Text): TemplateResult {
  const { imported } = model;
  return html`<p>${text('importHelp')}</p>
    ${
      model.isListed
        ? checkBox(text('removeOthers'), model.removeOthers, (checked) => {
            model.chooseRemoval(checked);
          })
        : nothing
    }
    <div class="actions">
      ${button('choose-file', text('chooseFile'), () => model.importFile(), { disabled: model.plan.isGoing })}
    </div>
    <div role="status" id="imported">
      ${
        imported === undefined
          ? nothing
          : imported.problems.length === 0
            ? html`<p>${text('imported', imported.file)}</p>`
            : html`<p><strong>${text('importProblems', imported.file)}</strong></p>
                <ul>
                  ${imported.problems.map((problem) => html`<li>${problem}</li>`)}
                </ul>`
      }
    </div>`;
}

function tablePart(model: RolesModel, text: Text): TemplateResult {
  const { table, reading } = model;
  return html`<div class="bar">
      ${textField('filter', text('filter'), table.view.filter, (filter) => model.look({ filter }), text('filterPlaceholder'))}
      ${selectField(
        'group',
        text('groupBy'),
        groupings.map((value) => ({ value, label: text(`group_${value}`) })),
        table.view.group,
        (group) => model.look({ group: group as Grouping }),
      )}
    </div>
    <p role="status" id="count">${countWords(model, text)}</p>
    ${
      table.rows.length === 0
        ? nothing
        : html`<data-grid
            class="assignments"
            .gridId=${'assignments'}
            .model=${gridModel(model, text)}
            aria-busy=${String(reading.going)}
            @choose=${({ detail }: CustomEvent<{ keys: readonly string[]; chosen: boolean }>) => {
              model.choose(detail.keys, detail.chosen);
            }}
            @sort=${({ detail }: CustomEvent<GridSort>) => {
              model.look({ sort: { column: detail.column as TableColumn, descending: detail.descending } });
            }}
            @toggle=${({ detail }: CustomEvent<{ key: string; open: boolean }>) => {
              model.toggle(detail.key, detail.open);
            }}
          ></data-grid>`
    }`;
}

function countWords({ table, reading }: RolesModel, text: Text): string {
  const all = table.rows.length;
  if (reading.going) return all === 0 ? text('reading') : text('readingCount', all);
  if (reading.value === undefined) return '';
  if (all === 0) return text('noneYet');
  if (table.view.filter.trim() === '') return all === 1 ? text('countOne') : text('count', all);
  const fitting = table.fitting.length;
  return fitting === 0 ? text('nothingFits') : text('countFiltered', fitting, all);
}

function gridModel(model: RolesModel, text: Text): GridModel<ShownRow> {
  const { table, plan } = model;
  const removed = new Set(plan.draft.remove.map(({ id }) => id));
  const labels = {
    principal: text('columnPrincipal'),
    type: text('columnType'),
    role: text('columnRole'),
    scope: text('columnScope'),
  };
  const { longest } = table;
  return {
    label: text('title'),
    help: text('gridHelp'),
    rows: table.shown,
    keyOf: ({ key }) => key,
    isChosen: (row) => model.isChosen(row),
    canChoose: (row) => model.canChoose(row),
    chosenLabel: text('columnChosen'),
    chooseAllLabel: text('chooseAll'),
    sort: table.view.sort,
    ...(table.view.group !== 'none' && {
      groupOf: (row: ShownRow) => (isGroup(row) ? { label: row.label, open: row.open } : undefined),
    }),
    columns: tableColumns.map((id) => ({
      id,
      label: labels[id],
      // Types and roles are few and known; names and scopes share what is left.
      ...(id === 'type' || id === 'role'
        ? { width: widthFor(labels[id], longest[id], 30) }
        : { share: shareFor(labels[id], longest[id], 40) }),
      text: (row: ShownRow) => (isGroup(row) ? '' : row[id]),
      note: (row: ShownRow) => (!isGroup(row) && id === 'role' && removed.has(row.key) ? text('toBeRemoved') : ''),
      tone: (row: ShownRow) => {
        if (isGroup(row)) return '';
        return removed.has(row.key) ? 'gone' : row.row.inherited ? 'quiet' : '';
      },
    })),
  };
}
