import { contributions, target } from '../platform/contributions/declarations.ts';
import { ErrorKind } from '../platform/tree/mechanismKinds.ts';
import { signInSettings } from './settings.ts';

export const signInContributions = contributions({
  commands: {
    'synapse.signIn': { title: 'Sign in to Azure…', icon: 'sign-in', viewMenu: '1_account@1' },
    'synapse.addAccount': {
      title: 'Add an account…',
      icon: 'account',
      viewMenu: '1_account@2',
      when: 'synapse.connection == connected',
    },
    'synapse.signInToTenant': {
      title: 'Sign in…',
      icon: 'sign-in',
      targets: [{ flag: 'signIn' }],
      menu: '1_signIn@1',
      inline: 0,
      palette: false,
    },
    'synapse.chooseCredential': {
      title: 'Choose credential…',
      icon: 'key',
      targets: [target(ErrorKind, 'chooseCredential')],
      menu: '1_signIn@2',
      inline: 0,
      viewMenu: '1_account@3',
    },
    'synapse.disconnect': {
      title: 'Disconnect',
      icon: 'debug-disconnect',
      viewMenu: '1_account@4',
      when: 'synapse.connection == connected',
    },
    'synapse.signOut': {
      title: 'Sign out',
      icon: 'sign-out',
      viewMenu: '1_account@5',
      when: 'synapse.connection == connected',
    },
    'synapse.showDiagnostics': { title: 'Copy diagnostics', icon: 'info', viewMenu: '9_log@2' },
  },
  settings: signInSettings,
});
