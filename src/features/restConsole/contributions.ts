import { contributions } from '../../platform/contributions/declarations.ts';

/** Every row that stands for something of the service. */
const rows = [{ flag: 'named' }, { flag: 'refreshable', without: 'named' }];
const requests = 'resourceLangId == synapse-http';
const replies = 'resourceScheme == synapse-reply';

export const restConsoleContributions = contributions({
  languages: [
    { id: 'synapse-http', name: 'Synapse REST requests', extensions: ['.synapse-http'] },
    { id: 'synapse-http-reply', name: 'Synapse REST replies', extensions: [] },
  ],
  // Messages of errors, above all, are longer than half a window.
  languageDefaults: { 'synapse-http-reply': { 'editor.wordWrap': 'on', 'editor.minimap.enabled': false } },
  grammar: { languages: ['synapse-http', 'synapse-http-reply'], scope: 'source.synapse-http' },
  commands: {
    'synapse.rest.call': {
      title: 'Call a REST operation…',
      targets: rows,
      menu: '6_rest@1',
    },
    'synapse.rest.whatCanIDo': {
      title: 'What can I do here?',
      targets: rows,
      menu: '6_rest@2',
    },
    'synapse.rest.recent': { title: 'Recent REST requests…' },
    'synapse.rest.send': {
      title: 'Send request',
      icon: 'play',
      fileMenus: [{ menu: 'editor/title', when: requests, group: 'navigation@1' }],
      when: requests,
      keybinding: { key: 'ctrl+enter', mac: 'cmd+enter', when: 'editorTextFocus && editorLangId == synapse-http' },
    },
    'synapse.rest.sendAll': {
      title: 'Send all requests',
      icon: 'run-all',
      fileMenus: [{ menu: 'editor/title', when: requests, group: 'navigation@2' }],
      when: requests,
    },
    'synapse.rest.nextPage': {
      title: 'Next page of the reply',
      icon: 'arrow-down',
      fileMenus: [{ menu: 'editor/title', when: replies, group: 'navigation@1' }],
      when: replies,
    },
    'synapse.rest.allPages': {
      title: 'All pages of the reply',
      icon: 'fold-down',
      fileMenus: [{ menu: 'editor/title', when: replies, group: 'navigation@2' }],
      when: replies,
    },
    'synapse.rest.reveal': {
      title: 'Reveal secrets of the reply',
      icon: 'eye',
      fileMenus: [{ menu: 'editor/title', when: replies, group: 'navigation@3' }],
      when: replies,
    },
  },
});
