import { html, nothing, type TemplateResult } from 'lit';
import '../../../../platform/pages/browser/comboBox.ts';
import type { CheckedView } from '../contract.ts';
import { emptyWords, foundWords, optionOf } from './addView.ts';
import { button, checkBox, type Text, textField } from './parts.ts';
import type { RolesModel } from './rolesModel.ts';

/** What a principal may do at a scope, and by which assignment. */
export function checkView(model: RolesModel, text: Text): TemplateResult {
  const { check, add } = model;
  const { person } = check;
  const people = add.found.value?.people ?? [];
  return html`<div class="columns">
      <div>
        <div class="field">
          <label for="check-who">${text('checkWho')}</label>
          <combo-box
            .fieldId=${'check-who'}
            .value=${''}
            .remote=${true}
            .options=${people.map((each) => optionOf(each, text))}
            .placeholder=${text('searchPlaceholder')}
            .empty=${emptyWords(add, text)}
            @typed=${({ detail }: CustomEvent<string>) => {
              add.search(detail);
            }}
            @take=${({ detail }: CustomEvent<string>) => {
              model.checkPerson(detail);
            }}
          ></combo-box>
          ${foundWords(add)}
          <p class="help" id="check-person">
            ${person === undefined ? text('nobodyChosen') : [person.name ?? person.id, person.detail ?? ''].filter(Boolean).join(' · ')}
          </p>
        </div>
        <div class="field">
          <label for="check-where">${text('checkWhere')}</label>
          <combo-box
            .fieldId=${'check-where'}
            .value=${check.scope ?? add.scope}
            .options=${scopeOptions(model, text)}
            .free=${true}
            @take=${({ detail }: CustomEvent<string>) => {
              check.change({ scope: detail });
            }}
          ></combo-box>
        </div>
      </div>
      <fieldset>
        <legend>${text('checkActions')}</legend>
        ${textField('check-filter', text('filterActions'), check.filter, (filter) => {
          check.change({ filter });
        })}
        <div class="list" tabindex="0" role="group" aria-label=${text('checkActions')}>
          ${check.offered.map(({ id, words }) =>
            checkBox(
              words,
              check.actions.has(id),
              (chosen) => {
                check.choose(id, chosen);
              },
              { title: id },
            ),
          )}
        </div>
      </fieldset>
    </div>
    <div class="actions">
      ${button('check-run', text('checkRun'), () => void check.run(add.scope), {
        disabled: !check.isComplete || check.decisions.going,
      })}
    </div>
    <div role="status" id="decisions">
      ${check.decisions.going ? html`<p>${text('checking')}</p>` : nothing}
      ${check.decisions.problem === undefined ? nothing : html`<p class="problem">${check.decisions.problem}</p>`}
      ${check.decisions.value === undefined ? nothing : decisions(model, check.decisions.value, text)}
    </div>`;
}

function scopeOptions({ add }: RolesModel, text: Text) {
  const workspace = add.scope.split('/').slice(0, 2).join('/');
  return [
    { value: workspace, label: workspace, detail: text('wholeWorkspace') },
    ...(add.items.value ?? []).flatMap(({ items }) => items.map(({ scope }) => ({ value: scope, label: scope }))),
  ];
}

function decisions({ check }: RolesModel, { decisions: found, groupsKnown }: CheckedView, text: Text): TemplateResult {
  const words = new Map(check.all.map((action) => [action.id, action.words]));
  return html`<ul class="decisions">
      ${found.map(
        ({ action, allowed, by }) =>
          html`<li class=${allowed}>
            <strong>${text(`allowed_${allowed}`)}</strong>
            ${words.get(action) ?? action}${by === undefined ? nothing : html`<small>${by}</small>`}
          </li>`,
      )}
    </ul>
    ${groupsKnown ? nothing : html`<p class="caution">${text('groupsUnknown')}</p>`}
    <p class="quiet">${text('checkNote')}</p>`;
}
