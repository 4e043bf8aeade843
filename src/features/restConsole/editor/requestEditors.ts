import * as vscode from 'vscode';
import { bodyProblems } from '../schema/bodyProblems.ts';
import { jsonProblems } from '../schema/jsonProblems.ts';
import { knownTypes } from '../requests/operationCatalogue.ts';
import { bodyAt, completionItems } from './requestCompletions.ts';
import { type LookedAt, lookAt } from './lookAt.ts';
import { bodyProblemWords, problemWords } from './problemWords.ts';
import { typeAt } from '../schema/completions.ts';

export const requestLanguage = 'synapse-http';

/** What the editor shows of a document of requests: lenses, problems, completions, types. It asks no service anything. */
export class RequestEditors implements vscode.Disposable {
  readonly #diagnostics = vscode.languages.createDiagnosticCollection('synapse-http');
  readonly #disposables: vscode.Disposable;
  #last: { readonly document: vscode.TextDocument; readonly version: number; readonly looked: LookedAt } | undefined;

  constructor() {
    const selector = { language: requestLanguage };
    const look = (document: vscode.TextDocument): void => {
      if (document.languageId === requestLanguage) this.#check(document);
    };
    this.#disposables = vscode.Disposable.from(
      this.#diagnostics,
      vscode.workspace.onDidOpenTextDocument(look),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        look(document);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.#diagnostics.delete(uri);
      }),
      vscode.languages.registerCodeLensProvider(selector, { provideCodeLenses: (document) => this.#lenses(document) }),
      vscode.languages.registerCompletionItemProvider(
        selector,
        { provideCompletionItems: (document, position) => completionItems(document, position, this.looked(document)) },
        '"',
        '{',
        '/',
        '?',
        '&',
      ),
      vscode.languages.registerHoverProvider(selector, {
        provideHover: (document, position) => this.#hover(document, position),
      }),
    );
    vscode.workspace.textDocuments.forEach(look);
  }

  /** The document as it is now. */
  looked(document: vscode.TextDocument): LookedAt {
    if (this.#last?.document !== document || this.#last.version !== document.version) {
      this.#last = { document, version: document.version, looked: lookAt(document.getText()) };
    }
    return this.#last.looked;
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #lenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const { requests } = this.looked(document).document;
    return requests.flatMap(({ lines }, index) => {
      const lens = (title: string, command: string): vscode.CodeLens =>
        new vscode.CodeLens(new vscode.Range(lines.request, 0, lines.request, 0), {
          title,
          command,
          arguments: [document.uri, index],
        });
      return [
        lens(vscode.l10n.t('Send'), 'synapse.rest.send'),
        ...(index === 0 && requests.length > 1 ? [lens(vscode.l10n.t('Send all'), 'synapse.rest.sendAll')] : []),
      ];
    });
  }

  #check(document: vscode.TextDocument): void {
    const { document: parsed, problems, operations } = this.looked(document);
    const found = problems
      .filter(({ code }) => code !== 'json')
      .map((problem) => {
        const error = new vscode.Diagnostic(document.lineAt(problem.line).range, problemWords(problem));
        error.source = 'Synapse';
        return error;
      });
    parsed.requests.forEach(({ body, lines }, index) => {
      const schema = operations[index]?.request.body;
      if (body === undefined || !schema || schema.type === 'binary') return;
      const start = document.offsetAt(new vscode.Position(lines.body, 0));
      const add = (
        at: { offset: number; length: number },
        words: string,
        severity: vscode.DiagnosticSeverity,
      ): void => {
        const range = rangeIn(document, body, start, at);
        const diagnostic = new vscode.Diagnostic(range, words, severity);
        diagnostic.source = 'Synapse';
        found.push(diagnostic);
      };
      const broken = jsonProblems(body);
      for (const problem of broken) {
        const { line, about } = problem;
        add(problem, problemWords({ line, code: 'json', about }), vscode.DiagnosticSeverity.Error);
      }
      if (broken.length > 0) return;
      for (const problem of bodyProblems(body, schema, knownTypes)) {
        add(problem, bodyProblemWords(problem), vscode.DiagnosticSeverity.Warning);
      }
    });
    this.#diagnostics.set(document.uri, found);
  }

  #hover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const at = bodyAt(position, this.looked(document));
    const found = at && typeAt(at.body, at.offset, at.schema, knownTypes);
    if (!found) return undefined;
    const remark = found.required
      ? vscode.l10n.t('required')
      : found.readOnly
        ? vscode.l10n.t('set by Azure')
        : undefined;
    const text = new vscode.MarkdownString();
    text.appendCodeblock(`${found.name}: ${found.type}`, 'typescript');
    if (remark !== undefined) text.appendText(remark);
    return new vscode.Hover(text);
  }
}

/** A part of a body as a range of its document, whose line breaks may be longer than the body's. */
function rangeIn(
  document: vscode.TextDocument,
  body: string,
  start: number,
  { offset, length }: { readonly offset: number; readonly length: number },
): vscode.Range {
  const at = (position: number): vscode.Position => {
    const before = body.slice(0, position).split('\n');
    const line = document.positionAt(start).line + before.length - 1;
    return new vscode.Position(line, before.at(-1)?.length ?? 0);
  };
  return new vscode.Range(at(offset), at(offset + Math.max(length, 1)));
}
