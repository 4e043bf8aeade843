import './rolesPage.css';
import * as z from 'zod/mini';
import { draw, filled, StartedPage } from '../../../../platform/pages/browser/startPage.ts';
import { addForm, draft, rolesContract } from '../contract.ts';
import { groupings, tableColumns } from './assignmentTable.ts';
import { accessForm } from './checkModel.ts';
import { type Text, typeWords } from './parts.ts';
import { type Panel, panels, RolesModel } from './rolesModel.ts';
import { rolesView } from './rolesView.ts';

const page = new StartedPage({
  contract: rolesContract,
  state: z.strictObject({
    draft,
    form: addForm,
    view: z.strictObject({
      filter: z.string(),
      sort: z.strictObject({ column: z.enum(tableColumns), descending: z.boolean() }),
      group: z.enum(groupings),
    }),
    panel: z.enum(panels),
    chosen: z.array(z.string()),
    closed: z.array(z.string()),
    removeOthers: z.boolean(),
    question: accessForm,
  }),
});

let begun = false;
let shown: Panel = 'none';
const model = new RolesModel({
  client: page.client,
  remembered: page.remembered,
  words: {
    type: (type, managed) => (managed === true ? text('managedIdentity') : typeWords(type, text)),
    inherited: (where) => text('inherited', where),
  },
  onChange: (changed) => {
    page.remember(changed.remembered);
    draw(rolesView(changed, input, text));
    begin();
    moveFocus(changed.panel);
  },
});
const { texts, input } = await page.begin({
  rows: (rows) => {
    model.plan.progressed(rows);
  },
  run: (run) => {
    model.plan.setRun(run);
  },
  plan: (plan) => {
    model.plan.setPlan(plan);
  },
  people: (people) => {
    model.addPeople(people);
  },
  gap: (gap) => {
    model.setGap(gap);
  },
  changed: (what) => void model.changed(what),
});
const text: Text = (key, ...values) => filled(texts[key] ?? key, ...values);

/** What is looked for most comes first. */
function begin(): void {
  if (begun) return;
  begun = true;
  document.querySelector<HTMLElement>('#filter')?.focus();
}

/** A panel that opens takes the focus; one that closes gives it back to its button. */
function moveFocus(panel: Panel): void {
  const before = shown;
  if (panel === before) return;
  shown = panel;
  // A field in a component is there only when that has drawn itself.
  setTimeout(() => {
    const selector = panel === 'none' ? `#show-${before}` : '#panel input, #panel textarea, #panel vscode-button';
    document.querySelector<HTMLElement>(selector)?.focus();
  });
}

document.getElementById('page')?.classList.add('wide');
await model.start(input);
