import * as vscode from 'vscode';

/** The words of the publish page. */
export function publishTexts() {
  return {
    title: vscode.l10n.t('Publish SQL script'),
    source: vscode.l10n.t('From {0}'),
    workspace: vscode.l10n.t('Workspace'),
    workspacePlaceholder: vscode.l10n.t('Type to search'),
    noWorkspace: vscode.l10n.t('No workspace fits.'),
    loadingWorkspaces: vscode.l10n.t('Looking for workspaces…'),
    notConnected: vscode.l10n.t('Not connected to Azure.'),
    signIn: vscode.l10n.t('Sign in to Azure'),
    openSample: vscode.l10n.t('Open the sample'),
    retry: vscode.l10n.t('Try again'),
    name: vscode.l10n.t('Name'),
    nameEmpty: vscode.l10n.t('Enter a name.'),
    nameDots: vscode.l10n.t('No script can be addressed by this name.'),
    nameControl: vscode.l10n.t('The name holds characters that cannot be seen.'),
    nameLong: vscode.l10n.t('Names of more than 260 characters are unusual; the service may refuse this one.'),
    nameUnusual: vscode.l10n.t('Synapse Studio may not accept these characters; the service decides.'),
    folder: vscode.l10n.t('Folder'),
    folderHelp: vscode.l10n.t('“/” separates folders; empty for the top.'),
    pool: vscode.l10n.t('Connect to'),
    serverless: vscode.l10n.t('serverless SQL pool'),
    dedicated: vscode.l10n.t('dedicated SQL pool'),
    database: vscode.l10n.t('Use database'),
    description: vscode.l10n.t('Description'),
    resultLimit: vscode.l10n.t('Rows of a result'),
    allRows: vscode.l10n.t('All rows'),
    rowsProblem: vscode.l10n.t('Enter a whole number of 1 or more.'),
    looking: vscode.l10n.t('Looking at the workspace…'),
    creates: vscode.l10n.t('Creates “{0}” in {1}.'),
    replaces: vscode.l10n.t('Replaces “{0}” in {1}.'),
    onlyEndings: vscode.l10n.t('Replaces “{0}” in {1}: of the text, only line endings differ.'),
    sameText: vscode.l10n.t('“{0}” in {1} already has this text.'),
    unchanged: vscode.l10n.t('“{0}” in {1} is just like this. There is nothing to publish.'),
    untouched: vscode.l10n.t('Fields that you leave alone stay as they are published.'),
    gitTitle: vscode.l10n.t('This workspace works with the Git repository {0}.'),
    gitWarning: vscode.l10n.t(
      'Publishing from here goes to live mode. Synapse Studio in Git mode will not show it, and its next publish can undo it.',
    ),
    mayNotWrite: vscode.l10n.t(
      'Your Synapse roles do not allow you to publish SQL scripts here. Synapse Artifact Publisher is one of those that do.',
    ),
    publish: vscode.l10n.t('Publish'),
    publishing: vscode.l10n.t('Publishing'),
    stop: vscode.l10n.t('Cancel'),
    goesOn: vscode.l10n.t('Azure has accepted it and goes on, whatever happens here.'),
    difference: vscode.l10n.t('Show difference'),
    openScript: vscode.l10n.t('Open the published script'),
    openStudio: vscode.l10n.t('Open in Synapse Studio'),
    showLog: vscode.l10n.t('Show log'),
    another: vscode.l10n.t('Publish again'),
  };
}

export type PublishTexts = ReturnType<typeof publishTexts>;
