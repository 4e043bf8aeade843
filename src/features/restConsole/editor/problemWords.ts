import * as vscode from 'vscode';
import type { Problem } from '../document/httpDocument.ts';
import type { BodyProblem } from '../schema/bodyProblems.ts';

/** What is wrong in a document of requests, and what to do about it. */
export function problemWords({ code, about }: Problem): string {
  switch (code) {
    case 'noRequest':
      return vscode.l10n.t('“{0}” is no request: write a method and a path, as in “GET /sqlScripts”.', about);
    case 'method':
      return vscode.l10n.t('“{0}” is no method: use GET, HEAD, PUT, POST, PATCH or DELETE.', about);
    case 'host':
      return vscode.l10n.t('Leave the host out: a request goes to the service of the connection. Begin with the path.');
    case 'path':
      return vscode.l10n.t('The path “{0}” must begin with a slash, or with a variable that holds a path.', about);
    case 'header':
      return vscode.l10n.t('“{0}” is no header. A blank line goes before the body.', about);
    case 'variable':
      return vscode.l10n.t('“{0}” is no variable: write “@name = value”.', about);
    case 'variableTwice':
      return vscode.l10n.t('The variable “{0}” is set twice; the first value counts.', about);
    case 'unknownVariable':
      return vscode.l10n.t('The variable “{0}” has no value: add a line “@{0} = …”.', about);
    case 'unknownOperation':
      return vscode.l10n.t('There is no operation “{0}”.', about);
    case 'noOperation':
      return vscode.l10n.t('No operation has this method and path: {0}', about);
    case 'otherMethod':
      return vscode.l10n.t('No operation has this method here; this path takes {0}.', about);
    case 'otherOperation':
      return vscode.l10n.t('Method and path are not those of the operation “{0}”.', about);
    case 'headerRefused':
      return vscode.l10n.t('The operation has no header “{0}”. Leave it out; what all requests need is added.', about);
    case 'missingQuery':
      return vscode.l10n.t('The query must have “{0}”.', about);
    case 'missingHeader':
      return vscode.l10n.t('The header “{0}” is missing.', about);
    case 'missingBody':
      return vscode.l10n.t('{0} needs a body.', about);
    case 'superfluousBody':
      return vscode.l10n.t('The operation takes no body.');
    case 'escape':
      return vscode.l10n.t('A percent sign must begin an escape such as “%20”; write “%25” for the sign itself.');
    case 'name':
      return vscode.l10n.t('“{0}” cannot be part of a path.', about);
    case 'json':
      return vscode.l10n.t('The body is no JSON ({0}). Variables stand inside of quotes.', about);
  }
}

/** Where a body differs from what the specification says. */
export function bodyProblemWords({ code, member, expected }: BodyProblem): string {
  switch (code) {
    case 'type':
      return vscode.l10n.t('Expected here: {0}', expected);
    case 'choice':
      return vscode.l10n.t('Not one of the known values: {0}', expected);
    case 'missing':
      return vscode.l10n.t('“{0}” is required here.', member);
    case 'unknown':
      return vscode.l10n.t('The specification knows no “{0}” here.', member);
  }
}
