import { html, nothing, type TemplateResult } from 'lit';
import { longest, shareFor, widthFor } from '../../../../platform/pages/browser/columnWidth.ts';
import type { GridColumn, GridModel } from '../../../../platform/pages/browser/gridModel.ts';
import type { PlanRowView } from '../contract.ts';
import { button, checkBox, link, selectField, type Text, typeChoices } from './parts.ts';
import type { RolesModel } from './rolesModel.ts';

/** The report has the others. */
const MOST_PROBLEMS = 8;

/** What is to be changed, what that means, how it goes, and how it went. */
export function planPartView(model: RolesModel, text: Text): TemplateResult | typeof nothing {
  const { plan } = model;
  if (!plan.isShown) return outcome(model, text);
  return html`<section class="plan" aria-labelledby="plan-title">
    <h2 id="plan-title" tabindex="-1">${text('plan')}</h2>
    ${plan.run.state === 'idle' ? html`<p class="quiet">${text('planNote')}</p>` : nothing}
    <p role="status">${plan.plan.going ? text('planning') : summary(model, text)}</p>
    ${
      plan.plan.problem === undefined
        ? nothing
        : html`<div class="note problem" role="alert">
            <p>${plan.plan.problem}</p>
            <p>${link(text('retry'), () => void plan.make())}</p>
          </div>`
    }
    ${plan.rows.length === 0 ? nothing : grid(model, text)} ${problems(model, text)} ${missingTypes(model, text)}
    ${warnings(model, text)} ${plan.isGoing ? progress(model, text) : buttons(model, text)} ${outcome(model, text)}
  </section>`;
}

/** What is left to do. */
function summary({ plan }: RolesModel, text: Text): string {
  const left = plan.rows.filter(({ state }) => state !== 'done');
  const count = (action: PlanRowView['action']): number => left.filter((row) => row.action === action).length;
  return text('summary', count('create'), count('remove'), count('unchanged'), count('refused'));
}

function grid(model: RolesModel, text: Text): TemplateResult {
  const { plan } = model;
  return html`<data-grid
    class="plan-grid"
    .gridId=${'plan-grid'}
    .model=${planGrid(model, text)}
    @choose=${({ detail }: CustomEvent<{ keys: readonly string[]; chosen: boolean }>) => {
      plan.choose(detail.keys, detail.chosen);
    }}
  ></data-grid>`;
}

function planGrid(model: RolesModel, text: Text): GridModel<PlanRowView> {
  const { plan, table } = model;
  const { rows } = plan;
  const column = (id: string, label: string, words: (row: PlanRowView) => string): GridColumn<PlanRowView> => ({
    id,
    label,
    text: words,
    share: shareFor(label, longest(rows.map(words)), 40),
  });
  const roles = longest(rows.map(({ role }) => role));
  return {
    label: text('plan'),
    help: text('planHelp'),
    rows,
    keyOf: ({ key }) => key,
    isChosen: ({ key }) => plan.chosen.has(key),
    canChoose: ({ state }) => !plan.isGoing && state !== 'done',
    chosenLabel: text('columnChosen'),
    chooseAllLabel: text('chooseAll'),
    columns: [
      { id: 'action', label: text('columnAction'), width: '8em', text: (row) => stateOf(row, text), tone },
      column('principal', text('columnPrincipal'), (row) => table.person(row.principalId)?.name ?? row.principalId),
      {
        id: 'role',
        label: text('columnRole'),
        width: widthFor(text('columnRole'), roles, 30),
        text: ({ role }) => role,
      },
      column('scope', text('columnScope'), ({ where }) => where),
      column('details', text('columnDetails'), (row) => detailsOf(row, text)),
    ],
  };
}

/** Why it is so, or cannot be. */
function detailsOf({ action, reasons, words }: PlanRowView, text: Text): string {
  return words ?? (action === 'unchanged' && reasons.length === 0 ? text('alreadyThere') : reasons.join('; '));
}

/** What would be done with a row; once it is tried, how far it is. */
function stateOf({ action, state }: PlanRowView, text: Text): string {
  return state === 'planned' ? text(`action_${action}`) : text(`state_${state}`);
}

function tone({ action, state }: PlanRowView): string {
  if (state === 'failed' || action === 'refused') return 'bad';
  if (state === 'done') return 'good';
  return action === 'unchanged' || state === 'notSent' ? 'quiet' : '';
}

/** What is in the way of rows, whole and once each: a cell has room for few words. */
function problems({ plan }: RolesModel, text: Text): TemplateResult | typeof nothing {
  const rows = plan.rows.filter(({ action, state }) => action === 'refused' || state === 'failed');
  const counts = new Map<string, number>();
  for (const row of rows) {
    const words = `${stateOf(row, text)}: ${detailsOf(row, text)}`;
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  if (counts.size === 0) return nothing;
  return html`<ul id="problems">
    ${[...counts].slice(0, MOST_PROBLEMS).map(([words, count]) => html`<li class="problem">${words} (${count})</li>`)}
    ${counts.size > MOST_PROBLEMS ? html`<li>…</li>` : nothing}
  </ul>`;
}

/** The service needs the type of everybody; what nobody else can tell is asked for. */
function missingTypes({ plan, table }: RolesModel, text: Text): TemplateResult | typeof nothing {
  const { untyped } = plan;
  if (untyped.size === 0 || plan.isGoing) return nothing;
  return html`<div class="note caution" role="note">
    <p><strong>${text('missingTypes')}</strong></p>
    <div class="fields">
      ${[...untyped.keys()].map((id) =>
        selectField(`plan-type-${id}`, table.person(id)?.name ?? id, typeChoices(text), '', (type) => {
          if (type !== '') void plan.setType(id, type);
        }),
      )}
    </div>
  </div>`;
}

function warnings({ plan }: RolesModel, text: Text): TemplateResult | typeof nothing {
  if (plan.warnings.length === 0 || plan.isGoing) return nothing;
  return html`<div class="note caution" role="alert" id="warnings">
    <p><strong>${text('warningsTitle')}</strong></p>
    <ul>
      ${plan.warnings.map(({ words }) => html`<li>${words}</li>`)}
    </ul>
    ${checkBox(text('acknowledge'), plan.acknowledged, (checked) => {
      plan.acknowledge(checked);
    })}
  </div>`;
}

function buttons({ plan }: RolesModel, text: Text): TemplateResult {
  const planned = plan.changes('planned');
  const failed = plan.changes('failed');
  const notSent = plan.changes('notSent');
  const isOff = !plan.isAllowed || plan.plan.going;
  return html`<div class="actions">
    ${
      planned.length > 0 || plan.run.state === 'idle'
        ? button(
            'apply',
            planned.length === 1 ? text('applyOne') : text('apply', planned.length),
            () => plan.apply(planned),
            { disabled: isOff || planned.length === 0 },
          )
        : nothing
    }
    ${failed.length > 0 ? button('retry', text('retryFailed', failed.length), () => plan.apply(failed), { disabled: isOff }) : nothing}
    ${notSent.length > 0 ? button('rest', text('applyRest', notSent.length), () => plan.apply(notSent), { disabled: isOff }) : nothing}
    ${
      plan.chosen.size > 0
        ? button('take-back', text('takeBack', plan.chosen.size), () => plan.takeBack(), { secondary: true })
        : nothing
    }
    ${button('discard', text('discard'), () => plan.discard(), { secondary: true })}
  </div>`;
}

function progress({ plan }: RolesModel, text: Text): TemplateResult {
  const tried = plan.rows.filter(({ state }) => state !== 'planned');
  const done = tried.filter(({ state }) => state === 'done').length;
  const failed = tried.filter(({ state }) => state === 'failed').length;
  const stopping = plan.run.state === 'stopping';
  const preparing = plan.run.state === 'preparing';
  return html`<div class="note">
    <p>
      <progress
        max=${preparing ? nothing : tried.length}
        value=${preparing ? nothing : done + failed}
        aria-label=${text('plan')}
      ></progress>
    </p>
    <p role="status">
      ${
        preparing
          ? text('preparing')
          : failed === 0
            ? text('progress', done, tried.length)
            : text('progressFailed', done + failed, tried.length, failed)
      }
    </p>
    ${stopping ? html`<p class="quiet">${text('stopping')}</p>` : nothing}
    <p>
      ${button('stop', text('stop'), () => plan.act(() => plan.client.ask('stop', null)), {
        secondary: true,
        disabled: stopping,
      })}
    </p>
  </div>`;
}

function outcome({ plan }: RolesModel, text: Text): TemplateResult {
  const { run, problem } = plan;
  const kind = plan.changes('failed').length > 0 ? 'problem' : 'success';
  return html`<div aria-live="polite" id="outcome">
    ${
      run.meanwhile.length === 0
        ? nothing
        : html`<div class="note">
            <p><strong>${text('meanwhileTitle')}</strong></p>
            <ul>
              ${run.meanwhile.map((words) => html`<li>${words}</li>`)}
            </ul>
          </div>`
    }
    ${
      run.state === 'ended' && run.words !== undefined
        ? html`<div class=${`note ${kind}`}>
            <p><strong>${run.words}</strong></p>
            <p>${text('takesTime')}</p>
            <p class="links">
              ${run.remedies.map((remedy) => link(remedy, () => plan.act(() => plan.client.ask('remedy', remedy))))}
              ${link(text('report'), () => plan.act(() => plan.client.ask('report', null)))}
              ${link(text('showLog'), () => plan.act(() => plan.client.ask('open', 'log')))}
            </p>
          </div>`
        : nothing
    }
    ${problem === undefined ? nothing : html`<div class="note problem"><p>${problem}</p></div>`}
  </div>`;
}
