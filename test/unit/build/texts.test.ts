import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mistakesIn } from '../../../scripts/texts/mistakes.ts';
import { localized, textsToTranslate } from '../../../scripts/texts/translations.ts';

const welcome = 'Sign in.\n[Sign in](command:synapse.signIn)';

describe('A translation', () => {
  const cases: [string, Record<string, string>, RegExp][] = [
    ['lacks a text', {}, /^missing: "Pause \{0\}"$/u],
    ['has a text that is not there', { 'Pause {0}': '{0} anhalten', Gone: 'Weg' }, /^superfluous: "Gone"$/u],
    ['has lost a placeholder', { 'Pause {0}': 'Anhalten' }, /other placeholders/u],
    ['has another placeholder', { 'Pause {0}': '{1} anhalten' }, /other placeholders/u],
    ['is empty', { 'Pause {0}': ' ' }, /other placeholders/u],
  ];
  for (const [what, translation, expected] of cases) {
    it(`is found out when it ${what}`, () => {
      const mistakes = mistakesIn(['Pause {0}'], translation);
      assert.equal(mistakes.length, 1);
      assert.match(mistakes[0] ?? '', expected);
    });
  }

  it('is found out when a link leads elsewhere', () => {
    const other = 'Anmelden.\n[Anmelden](command:synapse.signOut)';
    assert.match(mistakesIn([welcome], { [welcome]: other }).join(), /links/u);
    assert.deepEqual(mistakesIn([welcome], { [welcome]: other.replace('signOut', 'signIn') }), []);
  });

  it('may put placeholders in another order, and use one twice', () => {
    assert.deepEqual(mistakesIn(['{0} of {1}'], { '{0} of {1}': '{1}: {0} von {1}' }), []);
  });
});

describe('The texts of a language', () => {
  const english = { manifest: { a: 'Pause', b: 'Resume' }, code: { Pause: 'Pause', 'Open {0}': 'Open {0}' } };

  it('are asked for once, wherever they are used', () => {
    assert.deepEqual(textsToTranslate(english), ['Open {0}', 'Pause', 'Resume']);
  });

  it('go to the keys that VS Code looks under; what is not translated stays English', () => {
    assert.deepEqual(localized(english, { Pause: 'Anhalten' }), {
      manifest: { a: 'Anhalten' },
      code: { Pause: 'Anhalten' },
    });
  });
});
