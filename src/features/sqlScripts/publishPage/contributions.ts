import { contributions, target } from '../../../platform/contributions/declarations.ts';
import { SqlScriptKind } from '../contributions.ts';

/** Also in `activationEvents` of package.json, so that VS Code can give the page back when a window is loaded anew. */
export const publishPageType = 'synapse.publishSqlScript';

export const publishPageContributions = contributions({
  commands: {
    'synapse.sqlScript.publish': {
      title: 'Publish SQL script…',
      icon: 'cloud-upload',
      targets: [target(SqlScriptKind)],
      menu: '1_open@4',
      fileMenus: [
        { menu: 'editor/title', when: 'resourceLangId == sql && resourceScheme != synapse-sql', group: '1_run@90' },
        // The language of a file is not known there for certain before the file was open.
        { menu: 'explorer/context', when: 'resourceExtname =~ /^\\.sql$/i', group: '7_synapse@1' },
      ],
    },
  },
});
