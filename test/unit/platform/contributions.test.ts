import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { manifestOf } from '../../../scripts/generateContributions/contributes.ts';
import { mistakesIn } from '../../../scripts/generateContributions/mistakes.ts';
import { contributions, nodeKind, target } from '../../../src/platform/contributions/declarations.ts';

const Pool = nodeKind<null>()({ name: 'pool', flags: ['canPause'] });
const Other = nodeKind<null>()({ name: 'other', flags: [] });

describe('mistakesIn', () => {
  const good = contributions({
    kinds: { Pool },
    commands: {
      'synapse.pause': { title: 'Pause', icon: 'x', targets: [target(Pool, 'canPause')], menu: '1@1', inline: 1 },
    },
    welcome: [{ view: 'v', contents: '[Pause](command:synapse.pause)' }],
  });

  it('finds nothing in sound declarations', () => {
    assert.deepEqual(mistakesIn([good]), []);
  });

  const cases: [string, Parameters<typeof mistakesIn>[0][number], RegExp][] = [
    ['an icon that is missing', { commands: { 'synapse.a': { title: 'A', viewTitle: 1 } } }, /shows as an icon/u],
    [
      'a kind that nobody declares',
      { commands: { 'synapse.a': { title: 'A', targets: [target(Other)], menu: '1@1' } } },
      /the kind other/u,
    ],
    [
      'a flag that nothing carries',
      { commands: { 'synapse.a': { title: 'A', targets: [{ flag: 'zzz' }], menu: '1@1' } } },
      /the flag zzz/u,
    ],
    ['a menu without a target', { commands: { 'synapse.a': { title: 'A', menu: '1@1' } } }, /names no target/u],
    [
      'a target without a menu',
      { kinds: { Other }, commands: { 'synapse.a': { title: 'A', targets: [target(Other)] } } },
      /no place/u,
    ],
    [
      'a command that cannot be reached',
      { commands: { 'synapse.a': { title: 'A', palette: false } } },
      /from nowhere/u,
    ],
    ['a command declared twice', { commands: { 'synapse.pause': { title: 'A' } } }, /declared twice/u],
    ['a kind declared twice', { kinds: { Again: nodeKind<null>()({ name: 'pool', flags: [] }) } }, /declared twice/u],
    ['a view that nobody declares', { commands: { 'synapse.a': { title: 'A', view: 'v2' } } }, /in the view v2/u],
    ['a dead link', { welcome: [{ view: 'v', contents: '[x](command:synapse.nothing)' }] }, /unknown command/u],
    [
      'a parent that nobody declares',
      { kinds: { Child: nodeKind<null>()({ name: 'child', flags: [], parent: Other }) } },
      /stands below/u,
    ],
  ];
  for (const [what, declared, expected] of cases) {
    it(`finds ${what}`, () => {
      assert.match(mistakesIn([good, declared]).join('\n'), expected);
    });
  }
});

describe('manifestOf', () => {
  const { contributes, texts } = manifestOf([
    contributions({
      kinds: { Pool },
      views: [
        { container: { id: 'c', title: 'Container', icon: 'media/x.svg' }, id: 'synapse.explorer', name: 'View' },
      ],
      commands: {
        'synapse.pause': {
          title: 'Pause',
          icon: 'debug-pause',
          targets: [target(Pool, 'canPause')],
          menu: '1_power@1',
          inline: 2,
          when: 'connected',
        },
        'synapse.hidden': { title: 'Hidden', targets: [target(Pool)], menu: '1_power@2', palette: false },
      },
      settings: {
        'synapse.a': { type: 'string', enum: ['x'], enumDescriptions: ['X.'], description: 'A.', scope: 'machine' },
      },
    }),
  ]);

  it('puts every English text into package.nls.json and only its key into package.json', () => {
    assert.equal(texts['command.synapse.pause'], 'Pause');
    assert.ok(!JSON.stringify(contributes).includes('Pause"'));
    for (const key of JSON.stringify(contributes).matchAll(/%([^%]+)%/gu)) assert.ok(texts[key[1] ?? ''], key[1]);
  });

  it('puts a command where its declaration says and hides it from the palette where it cannot work', () => {
    const menus = contributes['menus'] as Record<string, { command: string; when?: string; group?: string }[]>;
    const places = menus['view/item/context']?.filter(({ command }) => command === 'synapse.pause');
    assert.deepEqual(
      places?.map(({ group }) => group),
      ['1_power@1', 'inline@2'],
    );
    assert.match(places[0]?.when ?? '', /view == synapse\.explorer && viewItem =~ .* && connected$/u);
    assert.deepEqual(menus['commandPalette'], [
      { command: 'synapse.pause', when: 'connected' },
      { command: 'synapse.hidden', when: 'false' },
    ]);
  });

  it('keeps the scope of settings', () => {
    const { properties } = contributes['configuration'] as { properties: Record<string, { scope: string }> };
    assert.equal(properties['synapse.a']?.scope, 'machine');
  });

  it('puts several views into one container, those that are closed at first last', () => {
    const container = { id: 'c', title: 'Container', icon: 'media/x.svg' };
    const { contributes: two } = manifestOf([
      { views: [{ container, id: 'synapse.activity', name: 'Activity', collapsed: true }] },
      { views: [{ container, id: 'synapse.explorer', name: 'View' }] },
      { commands: { 'synapse.clear': { title: 'Clear', icon: 'x', viewTitle: 1, view: 'synapse.activity' } } },
    ]);
    assert.deepEqual(two['viewsContainers'], {
      activitybar: [{ id: 'c', title: '%container.c%', icon: 'media/x.svg' }],
    });
    assert.deepEqual(two['views'], {
      c: [
        { id: 'synapse.explorer', name: '%view.synapse.explorer%' },
        { id: 'synapse.activity', name: '%view.synapse.activity%', visibility: 'collapsed' },
      ],
    });
    const { 'view/title': title } = two['menus'] as Record<string, { when: string }[]>;
    assert.deepEqual(
      title?.map(({ when }) => when),
      ['view == synapse.activity'],
    );
  });
});
