import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import '../../../../platform/pages/browser/comboBox.ts';
import type { ItemList, LookedUpView, Person } from '../contract.ts';
import type { RolesTexts } from '../rolesTexts.ts';
import type { AddModel } from './addModel.ts';
import { button, checkBox, link, selectField, type Text, typeChoices, typeWords } from './parts.ts';
import type { RolesModel } from './rolesModel.ts';

/** The form that adds assignments: to whom, which roles, where. */
export function addView(model: RolesModel, text: Text): TemplateResult {
  const { add } = model;
  const count = add.isComplete ? add.wanted.length : 0;
  return html`<div class="columns">
      <fieldset>
        <legend>${text('to')}</legend>
        ${searchField(add, text)} ${pasteField(add, text)} ${chosenPeople(add, text)}
      </fieldset>
      <fieldset>
        <legend>${text('roles')}</legend>
        ${add.roles.map(({ id, name, description }) =>
          checkBox(
            name,
            add.form.roles.includes(id),
            (chosen) => {
              add.chooseRole(id, chosen);
            },
            { title: description },
          ),
        )}
      </fieldset>
      <fieldset>
        <legend>${text('scopes')}</legend>
        ${scopes(add, text)}
      </fieldset>
    </div>
    <div class="actions">
      ${button('add-to-plan', count > 0 ? text('addToPlan', count) : text('addNothing'), () => void model.addWanted(), {
        disabled: count === 0 || model.plan.isGoing,
      })}
    </div>`;
}

function searchField(add: AddModel, text: Text): TemplateResult {
  return html`<div class="field">
    <label for="search">${text('search')}</label>
    <combo-box
      .fieldId=${'search'}
      .value=${''}
      .remote=${true}
      .options=${(add.found.value?.people ?? []).map((person) => optionOf(person, text))}
      .placeholder=${text('searchPlaceholder')}
      .empty=${emptyWords(add, text)}
      @typed=${({ detail }: CustomEvent<string>) => {
        add.search(detail);
      }}
      @take=${({ detail }: CustomEvent<string>) => {
        add.take(detail);
      }}
    ></combo-box>
    ${foundWords(add)}
  </div>`;
}

/** What there is to know about a search, below its field. */
export function foundWords({ found }: AddModel): TemplateResult {
  return html`<div role="status" class="found-words">
    ${found.problem === undefined ? nothing : html`<p class="problem">${found.problem}</p>`}
    ${found.value?.words === undefined ? nothing : html`<p class="caution">${found.value.words}</p>`}
  </div>`;
}

export function optionOf(person: Person, text: Text) {
  const { id, name = id } = person;
  return { value: id, label: name, detail: [kindOf(person, text), person.detail ?? ''].filter(Boolean).join(' · ') };
}

function kindOf({ type, managed }: Person, text: Text): string {
  return managed === true ? text('managedIdentity') : typeWords(type, text);
}

/** What a search that has found nobody says in place of its list; where the words below it say more, nothing. */
export function emptyWords({ found, typed }: AddModel, text: Text): string {
  if (found.going) return text('searching');
  return found.value && found.value.words === undefined && typed !== '' ? text('nobody') : '';
}

function pasteField(add: AddModel, text: Text): TemplateResult {
  return html`<div class="field">
    <label for="paste">${text('paste')}</label>
    <textarea
      id="paste"
      rows="3"
      spellcheck="false"
      aria-describedby="paste-help"
      .value=${live(add.form.pasted)}
      @input=${(event: Event) => {
        add.change({ pasted: (event.target as HTMLTextAreaElement).value });
      }}
    ></textarea>
    <p class="help" id="paste-help">${text('pasteHelp')}</p>
    <p>
      ${button('look-up', text('lookUp'), () => void add.lookUp(), {
        secondary: true,
        disabled: add.form.pasted.trim() === '' || add.lookedUp.going,
      })}
    </p>
    <div role="status">
      ${add.lookedUp.going ? html`<p>${text('lookingUp')}</p>` : nothing}
      ${add.lookedUp.problem === undefined ? nothing : html`<p class="problem">${add.lookedUp.problem}</p>`}
      ${(add.lookedUp.value ?? []).map((answer) => answerView(add, answer, text))}
    </div>
  </div>`;
}

function answerView(add: AddModel, { reference, found, people, words = '' }: LookedUpView, text: Text): TemplateResult {
  return html`<p class=${found === 'one' || found === 'several' ? '' : 'problem'}>
      <strong>${reference}</strong> ${words}
    </p>
    ${
      found === 'several' || found === 'none'
        ? html`<ul>
            ${people.map(
              (person) =>
                html`<li>
                  ${link(
                    found === 'none'
                      ? text('useId', person.id)
                      : [person.name ?? person.id, person.detail ?? person.id].join(' · '),
                    () => {
                      add.choose(reference, person);
                    },
                  )}
                </li>`,
            )}
          </ul>`
        : nothing
    }`;
}

function chosenPeople(add: AddModel, text: Text): TemplateResult {
  const { people } = add.form;
  if (people.length === 0) return html`<p class="quiet" id="chosen-people">${text('nobodyChosen')}</p>`;
  return html`<ul class="people" id="chosen-people" aria-label=${text('chosenPeople')}>
    ${people.map((person) => {
      const { id, name = id, detail, type } = person;
      return html`<li>
        <span class="who"
          >${name}<small>${[kindOf(person, text), detail ?? ''].filter(Boolean).join(' · ')}</small></span
        >
        <button
          class="link"
          aria-label=${text('drop', name)}
          title=${text('drop', name)}
          @click=${() => add.dropPerson(id)}
        >
          ✕
        </button>
        ${
          type === undefined
            ? selectField(`type-${id}`, text('chooseType', name), typeChoices(text), '', (chosen) => {
                if (chosen !== '') add.setType(id, chosen);
              })
            : nothing
        }
      </li>`;
    })}
  </ul>`;
}

/** Only where every chosen role can be given, so that nothing can be chosen that would be refused. */
function scopes(add: AddModel, text: Text): TemplateResult {
  const { kinds, items } = add;
  const workspace = add.scope.split('/').slice(0, 2).join('/');
  return html`<p class="quiet">${text('scopesHelp')}</p>
    ${kinds.includes('workspace') ? scopeBox(add, text('wholeWorkspace'), workspace) : nothing}
    ${items.going ? html`<p role="status">${text('readingItems')}</p>` : nothing}
    ${items.problem === undefined ? nothing : html`<p class="problem" role="alert">${items.problem}</p>`}
    ${(items.value ?? []).filter(({ kind }) => kinds.includes(kind)).map((list) => itemList(add, list, workspace, text))}`;
}

function scopeBox(add: AddModel, label: string, scope: string): TemplateResult {
  const chosen = add.form.scopes.some((each) => each.toLowerCase() === scope.toLowerCase());
  return checkBox(label, chosen, (now) => {
    add.chooseScope(scope, now);
  });
}

function itemList(add: AddModel, list: ItemList, workspace: string, text: Text): TemplateResult {
  const { kind, items, problem } = list;
  const prefix = `${workspace}/${kind}/`;
  const listed = new Set(items.map(({ scope }) => scope.toLowerCase()));
  // Names that were typed, because the list cannot be read or does not have them.
  const typed = add.form.scopes.filter(
    (scope) => scope.toLowerCase().startsWith(prefix.toLowerCase()) && !listed.has(scope.toLowerCase()),
  );
  const label = text(`kind_${kind}` as keyof RolesTexts);
  return html`<details class="kind" ?open=${items.length > 0 && items.length <= 12}>
    <summary>${label} (${items.length})</summary>
    ${problem === undefined ? nothing : html`<p class="caution">${problem}</p>`}
    ${items.map(({ scope, name }) => scopeBox(add, name, scope))}
    ${typed.map((scope) => scopeBox(add, scope.slice(prefix.length), scope))}
    ${nameField(add, kind, label, prefix, text)}
  </details>`;
}

function nameField(add: AddModel, kind: string, label: string, prefix: string, text: Text): TemplateResult {
  const name = add.names.get(kind) ?? '';
  const isBad = name !== '' && (name.trim() !== name || name.includes('/'));
  const take = (): void => {
    if (name === '' || isBad) return;
    add.typeName(kind, '');
    add.chooseScope(`${prefix}${name}`, true);
  };
  return html`<div class="field name">
    <label for=${`name-${kind}`}>${text('otherName')}<span class="spoken">${label}</span></label>
    <input
      id=${`name-${kind}`}
      type="text"
      autocomplete="off"
      spellcheck="false"
      aria-invalid=${String(isBad)}
      .value=${live(name)}
      @input=${(event: Event) => {
        add.typeName(kind, (event.target as HTMLInputElement).value);
      }}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Enter') take();
      }}
    />
    ${isBad ? html`<p class="problem">${text('badName')}</p>` : nothing}
    ${name === '' ? nothing : link(text('addName'), take)}
  </div>`;
}
