import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeDocuments } from './support/closeDocuments.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { entryAt } from './support/explorer.ts';
import { Dialogs } from './support/dialogs.ts';
import { QuickPicks } from './support/quickPicks.ts';
import { RequestDocument } from './support/requestDocument.ts';
import { until } from './support/until.ts';
import { extensionContext } from './support/extensionContext.ts';

const sales = ['Contoso Production', 'contoso-sales'] as const;
const workspace = '@workspace = contoso-sales\n';

describe('the REST console', () => {
  const azure = emulatedAzure({ operationTime: 0, pageSize: 5 });
  afterEach(closeDocuments);

  it('offers what fits a row on top, finds operations by words in any order, and opens a request of the one that is chosen', async () => {
    const entry = await entryAt(...sales, 'SQL pools', 'SalesDW');
    using picks = new QuickPicks();
    const calling = vscode.commands.executeCommand('synapse.rest.call', entry);
    const list = await picks.list();
    assert.deepEqual(list.labels.slice(0, 2), ['— on SalesDW', 'SQL pools: get']);
    assert.ok(list.labels.includes('Triggers: list by workspace'), 'all others follow');
    list.type('pool PAUSE');
    assert.deepEqual(
      list.labels.filter((label) => label.includes('pause')),
      ['SQL pools: pause'],
    );
    list.choose('SQL pools: pause');
    await calling;
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.languageId, 'synapse-http');
    assert.equal(
      document?.getText(),
      [
        '@workspace = contoso-sales',
        '',
        '### SQL pools: pause (SqlPools_Pause)',
        'POST {{workspaceId}}/sqlPools/SalesDW/pause?api-version=2021-06-01',
        '',
      ].join('\n'),
    );
  });

  it('asks for what the row does not tell with the names that there are', async () => {
    using picks = new QuickPicks();
    using dialogs = new Dialogs();
    dialogs.choose = ({ items }) => items.find(({ label }) => label === 'sparksmall')?.label;
    const calling = vscode.commands.executeCommand('synapse.rest.call', await entryAt(...sales));
    const list = await picks.list();
    list.type('livy create batch');
    list.choose('Spark batch jobs (Livy): create');
    await calling;
    assert.deepEqual(
      dialogs.lists.map(({ items }) => items.map(({ label }) => label)),
      [['sparklarge', 'sparksmall', '$(edit) Another one…']],
    );
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /^POST \/livyApi\/versions\/2019-11-01-preview\/sparkPools\/sparksmall\/batches$/mu);
    assert.match(text, /^Content-Type: application\/json$/mu);
    assert.match(text, /"name": ""/u);
  });

  it('says what can be done on a row, and what each operation needs', async () => {
    using picks = new QuickPicks();
    const asking = vscode.commands.executeCommand(
      'synapse.rest.whatCanIDo',
      await entryAt(...sales, 'SQL scripts', 'Scratch'),
    );
    const list = await picks.list();
    assert.deepEqual(list.labels.filter((label) => label.includes('SQL scripts:')).sort(), [
      'SQL scripts: create or update',
      'SQL scripts: delete',
      'SQL scripts: get',
      'SQL scripts: rename',
    ]);
    const rename = list.items.find(({ label }) => label.endsWith('rename'));
    assert.match(
      rename?.detail ?? '',
      /^changes something · long-running · takes a body · permission: Synapse role · POST \/sqlScripts\/\{sqlScriptName\}\/rename$/u,
    );
    list.turnAway();
    await asking;
  });

  it('reads at once, and shows status, headers and body beside the request', async () => {
    using document = await RequestDocument.open(`${workspace}\n### One pool\nGET {{workspaceId}}/sqlPools/SalesDW\n`);
    const { reply, messages } = await document.send();
    assert.deepEqual(messages, []);
    assert.match(
      reply,
      /^### GET \{\{workspaceId\}\}\/sqlPools\/SalesDW\nHTTP 200 OK\n# SqlPools_Get · \d+\.\d\d s\n/u,
    );
    assert.match(reply, /^content-type: application\/json/mu);
    assert.match(reply, /\n\n\{\n {2}"/u);
    assert.equal(document.reply?.languageId, 'synapse-http-reply');
    const editor = vscode.window.visibleTextEditors.find((one) => one.document === document.reply);
    assert.ok(editor, 'the reply is not shown');
  });

  it('asks before it writes, names what it deletes, and sends nothing when it is turned away', async () => {
    const address = '/sqlScripts/Console%20script';
    using document = await RequestDocument.open(
      `${workspace}\n### Create\nPUT ${address}\n\n{ "name": "Console script", "properties": { "content": { "query": "SELECT 1.0;", "metadata": { "language": "sql" } }, "type": "SqlQuery" } }\n\n### Delete\nDELETE ${address}\n`,
    );
    azure().requests.take();
    const turnedAway = await document.send(0, () => undefined);
    assert.deepEqual(azure().requests.matching(/^PUT/u), []);
    assert.equal(turnedAway.messages[0]?.message, 'Send SqlScript_CreateOrUpdateSqlScript for “Console script”?');
    const created = await document.send(0);
    assert.equal(created.status, 200, created.reply);
    assert.match(created.reply, /states: Creating/u);
    const deleted = await document.send(1);
    assert.equal(deleted.messages[0]?.message, 'Delete “Console script”?');
    assert.match(deleted.messages[0]?.detail ?? '', /Workspace contoso-sales\nDELETE \/sqlScripts\/Console script/u);
    assert.equal(azure().requests.matching(/^DELETE/u).length, 1);
  });

  it('reads lists a page at a time, the next or all that follow', async () => {
    using document = await RequestDocument.open(`${workspace}\nGET /roleAssignments\n`);
    const first = await document.send();
    assert.match(first.remarks, /pages: 1 · there is more/u);
    const reply = document.reply;
    assert.ok(reply);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      reply.uri,
      9,
    );
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      ['Next page', 'All pages'],
    );
    using _dialogs = new Dialogs();
    await vscode.commands.executeCommand('synapse.rest.nextPage', reply.uri, 0);
    await untilReply(document, /pages: 2 · there is more/u);
    await vscode.commands.executeCommand('synapse.rest.allPages', reply.uri, 0);
    await untilReply(document, /· pages: \d+(?! ·)$/mu);
    assert.ok((reply.getText().match(/"principalId"/gu) ?? []).length > 10);
  });

  it('says in the usual words why a request was refused, and keeps it', async () => {
    using document = await RequestDocument.open(`${workspace}\nGET /sqlScripts/Nobody\n`);
    const { status, remarks, reply } = await document.send();
    assert.equal(status, 404);
    assert.match(remarks, /It may have been deleted or renamed\. Refresh the list\./u);
    assert.match(remarks, /# Status 404/u);
    // What the service said itself, formatted as any other body.
    assert.match(reply, /^content-type: application\/json/mu);
    assert.match(reply, /\n\n\{\n {2}"code": "NotFound",\n {2}"message": /u);
  });

  it('sends nothing for a path that is no operation, a host, or a header of its own', async () => {
    azure().requests.take();
    for (const [request, words] of [
      ['DELETE /subscriptions/x/resourceGroups/y', /No operation has this method here; this path takes GET\./u],
      ['DELETE {{workspaceId}}/sqlPoool/SalesDW', /No operation has this method and path/u],
      ['POST /sqlScripts/Scratch\n\n{}', /this path takes GET, PUT, DELETE\./u],
      ['GET https://example.org/sqlScripts', /Leave the host out/u],
      ['GET /sqlScripts\nAuthorization: Bearer x', /no header “Authorization”/u],
      ['GET /sqlScripts/%2e%2e', /cannot be part of a path/u],
    ] as const) {
      using document = await RequestDocument.open(`${workspace}\n${request}\n`);
      const { messages, remarks } = await document.send();
      assert.match(`${messages[0]?.message ?? ''}${remarks}`, words);
    }
    assert.deepEqual(azure().requests.matching(/sqlScripts|resourceGroups/u), []);
  });

  it('sends several in a row, one question for all, until one fails', async () => {
    using document = await RequestDocument.open(
      `${workspace}@script = Row one\n
### 1\nPUT /sqlScripts/{{script}}\n\n{ "name": "{{script}}", "properties": { "content": { "query": "SELECT 1;", "metadata": { "language": "sql" } } } }\n
### 2\nGET /sqlScripts/{{script}}\n
### 3\nDELETE /sqlScripts/{{script}}\n
### 4\nGET /sqlScripts/{{script}}\n
### 5\nGET /sqlScripts\n`,
    );
    const { reply, messages } = await document.send('all');
    const questions = messages.filter(({ level }) => level === 'warning');
    assert.deepEqual(
      questions.map(({ message }) => message),
      ['Send 2 requests that change something?'],
    );
    assert.deepEqual(
      reply.split('\n').filter((line) => line.startsWith('### ')),
      ['PUT', 'GET', 'DELETE', 'GET'].map((method) => `### ${method} /sqlScripts/{{script}}`),
    );
  });

  it('keeps the numbers of a document digit for digit, in both directions', async () => {
    const body =
      '{ "name": "Exact", "properties": { "content": { "query": "x", "metadata": { "language": "sql" }, "big": 12345678901234567890, "one": 1.0 } } }';
    using document = await RequestDocument.open(
      `${workspace}\n### 1\nPUT /sqlScripts/Exact\n\n${body}\n\n### 2\nGET /sqlScripts/Exact\n`,
    );
    await document.send(0);
    const { reply } = await document.send(1);
    assert.match(reply, /"big": 12345678901234567890,\n\s+"one": 1\.0/u);
  });

  it('keeps the last requests of this folder without secrets, and opens them again', async () => {
    using document = await RequestDocument.open(
      `@workspace = contoso-sales\n@key = s3cr3t-value\n\n### Server\nPATCH {{workspaceId}}\n\n{ "properties": { "sqlAdministratorLoginPassword": "pa55-in-body" }, "tags": { "note": "kept", "password": "{{key}}" } }\n`,
    );
    await document.send();
    const kept = JSON.stringify(extensionContext().workspaceState.get('rest.recent'));
    assert.match(kept, /Workspaces_Update/u);
    assert.doesNotMatch(kept, /s3cr3t-value|pa55-in-body/u);
    using dialogs = new Dialogs();
    dialogs.choose = ({ items: [section, newest] }) => {
      assert.deepEqual([section?.kind, section?.label], [vscode.QuickPickItemKind.Separator, 'contoso-sales']);
      return newest?.label;
    };
    await vscode.commands.executeCommand('synapse.rest.recent');
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /"sqlAdministratorLoginPassword": "\{\{sqlAdministratorLoginPassword\}\}"/u);
    assert.match(text, /"note": "kept"/u);
    const uri = vscode.window.activeTextEditor?.document.uri;
    assert.ok(uri);
    const problems = await until(
      'problems',
      () => (vscode.languages.getDiagnostics(uri).length > 0 ? vscode.languages.getDiagnostics(uri) : undefined),
      vscode.languages.onDidChangeDiagnostics,
    );
    assert.match(problems[0]?.message ?? '', /has no value: add a line/u);
  });

  it('sends a file that lies beside the document, and none from anywhere else', async () => {
    const body = { name: 'From file', properties: { content: { query: 'SELECT 7;', metadata: { language: 'sql' } } } };
    using document = await RequestDocument.open(
      `${workspace}\n### 1\nPUT /sqlScripts/From%20file\n\n< body.json\n\n### 2\nPUT /sqlScripts/Other\n\n< ../body.json\n`,
      { 'body.json': JSON.stringify(body) },
    );
    const sent = await document.send(0);
    assert.match(sent.messages[0]?.detail ?? '', /The file “body\.json” is sent with it\./u);
    assert.match(sent.reply, /"query": "SELECT 7;"/u);
    azure().requests.take();
    const refused = await document.send(1);
    assert.match(refused.messages.at(-1)?.message ?? '', /is not in the document’s folder/u);
    assert.deepEqual(azure().requests.matching(/sqlScripts/u), []);
  });

  it('completes members and values, says types, and marks what differs from the specification', async () => {
    const text = `${workspace}\nPUT {{workspaceId}}/sqlPools/x\n\n{\n  "locations": "westeurope",\n  "properties": { "storageAccountType": "" }\n}\n`;
    using document = await RequestDocument.open(text);
    const diagnostics = await until(
      'problems',
      () =>
        vscode.languages.getDiagnostics(document.uri).length > 0
          ? vscode.languages.getDiagnostics(document.uri)
          : undefined,
      vscode.languages.onDidChangeDiagnostics,
    );
    assert.deepEqual(
      diagnostics.map(({ message, severity, range }) => [message, severity, range.start.line]),
      [
        ['“location” is required here.', vscode.DiagnosticSeverity.Warning, 4],
        ['The specification knows no “locations” here.', vscode.DiagnosticSeverity.Warning, 5],
      ],
    );
    const at = async (line: number, character: number): Promise<string[]> => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        new vscode.Position(line, character),
      );
      return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    assert.deepEqual((await at(6, 41)).sort(), ['"GRS"', '"LRS"']);
    assert.ok((await at(5, 4)).includes('location'));
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(6, 24),
    );
    const shown = hover?.contents
      .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
      .join('\n');
    assert.match(shown ?? '', /storageAccountType: .*GRS/u);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      9,
    );
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      ['Send'],
    );
  });
});

async function untilReply(document: RequestDocument, pattern: RegExp): Promise<void> {
  await until(
    `the reply to say ${String(pattern)}`,
    () => pattern.test(document.reply?.getText() ?? '') || undefined,
    vscode.workspace.onDidChangeTextDocument,
  );
}
