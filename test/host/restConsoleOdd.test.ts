import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeDocuments } from './support/closeDocuments.ts';
import { Dialogs } from './support/dialogs.ts';
import { emulatedAzure } from './support/emulatedAzure.ts';
import { extensionContext } from './support/extensionContext.ts';
import { RequestDocument } from './support/requestDocument.ts';
import { until } from './support/until.ts';

const workspace = '@workspace = contoso-sales\n';
const odd = 'Ünïcode & <b>"quotes"';

describe('the REST console, where something is odd,', () => {
  const azure = emulatedAzure({ operationTime: 0, pageSize: 5 });
  afterEach(async () => {
    azure().faults.clear();
    await closeDocuments();
  });

  it('shows an answer that is no JSON as it came, and says of one that is no text that it is none', async () => {
    using document = await RequestDocument.open(`${workspace}\nGET /sqlScripts/Scratch\n`);
    const rule = { route: 'SqlScript_GetSqlScript', times: 1, status: 200 };
    azure().faults.add({ ...rule, headers: { 'content-type': 'text/html' }, body: '<html>\r\n<b>Sign in</b>' });
    const page = await document.send();
    assert.match(page.reply, /^HTTP 200 OK\n# SqlScript_GetSqlScript · /mu);
    assert.match(page.remarks, /a web page instead of JSON/u);
    assert.ok(page.reply.endsWith('\n\n<html>\n<b>Sign in</b>\n'), page.reply);
    azure().faults.add({
      ...rule,
      headers: { 'content-type': 'application/octet-stream' },
      body: 'PK\u0003\u0000\u0000',
    });
    const bytes = await document.send();
    assert.match(bytes.reply, /^# The answer is no text, and is not shown\.$/mu);
    assert.doesNotMatch(bytes.reply, /PK/u);
    azure().faults.add({ ...rule, status: 204 });
    const nothing = await document.send();
    assert.equal(nothing.status, 204);
    assert.doesNotMatch(nothing.reply, /\n\n/u);
  });

  it('masks what an error repeats, and does not follow where an answer leads away', async () => {
    using document = await RequestDocument.open(
      `${workspace}\n### 1\nGET /sqlScripts/Scratch\n\n### 2\nGET /sqlScripts\n`,
    );
    azure().faults.add({
      route: 'SqlScript_GetSqlScript',
      times: 1,
      status: 400,
      body: { code: 'Bad', message: 'Password=hunter2;', details: [{ accountKey: 'hunter3' }] },
    });
    const refused = await document.send(0);
    assert.match(refused.reply, /"accountKey": "••••••"/u);
    assert.doesNotMatch(refused.reply, /hunter/u);
    azure().faults.add({
      route: 'SqlScript_GetSqlScript',
      times: 1,
      status: 302,
      // Microsoft's, and yet no host that a token may go to.
      headers: { location: 'https://aka.ms/x' },
    });
    const redirected = await document.send(0);
    assert.equal(redirected.status, 302);
    assert.match(redirected.remarks, /redirects to aka\.ms .* it was not followed/u);
    azure().faults.add({
      route: 'SqlScript_GetSqlScriptsByWorkspace',
      times: 1,
      status: 200,
      body: { value: [], nextLink: 'https://aka.ms/sqlScripts?sig=s3cret' },
    });
    const first = await document.send(1);
    assert.doesNotMatch(first.reply, /s3cret/u);
    const reply = document.reply;
    assert.ok(reply);
    using _dialogs = new Dialogs();
    await vscode.commands.executeCommand('synapse.rest.nextPage', reply.uri, 0);
    await untilReply(document, /^# .*aka\.ms.*not/mu);
    assert.doesNotMatch(reply.getText(), /there is more/u);
  });

  it('goes nowhere else for a variable that holds a host, and takes any name for one segment', async () => {
    azure().requests.take();
    for (const value of ['https://example.org', '//example.org', 'example.org/..']) {
      using document = await RequestDocument.open(`${workspace}@host = ${value}\n\nGET {{host}}/sqlScripts\n`);
      const { messages } = await document.send();
      assert.match(messages[0]?.message ?? '', /No operation has this method and path|cannot be part of a path/u);
    }
    assert.deepEqual(azure().requests.matching(/sqlScripts/u), []);
    const body =
      '{ "name": "{{script}}", "properties": { "content": { "query": "", "metadata": { "language": "sql" } } } }';
    using named = await RequestDocument.open(
      `${workspace}@script = ${odd}\n\n### 1\nPUT /sqlScripts/{{script}}\n\n${body}\n\n### 2\nGET /sqlScripts/{{script}}\n`,
    );
    const { reply, messages } = await named.send(0);
    assert.ok(messages[0]?.message.includes(`“${odd}”`), messages[0]?.message);
    assert.ok(reply.includes(`"name": ${JSON.stringify(odd)}`), reply);
    assert.equal((await named.send(1)).status, 200);
    using slashed = await RequestDocument.open(`${workspace}@script = ${odd}</b>\n\nDELETE /sqlScripts/{{script}}\n`);
    const turnedAway = await slashed.send(0, () => undefined);
    assert.equal(turnedAway.messages[0]?.message, `Delete “${odd}</b>”?`);
    using climbing = await RequestDocument.open(`${workspace}@script = ../x\n\nGET /sqlScripts/{{script}}\n`);
    assert.match((await climbing.send()).remarks, /# Status 4\d\d/u);
  });

  it('sends nothing for a document that is only opened, whoever wrote it', async () => {
    azure().requests.take();
    using document = await RequestDocument.open(
      `${workspace}\nDELETE /sqlScripts/Scratch\n\n### 2\nGET /sqlScripts/{{x}}\n`,
    );
    await vscode.window.showTextDocument(document.uri);
    await until(
      'its problems to be marked',
      () => vscode.languages.getDiagnostics(document.uri).length > 0 || undefined,
      vscode.languages.onDidChangeDiagnostics,
    );
    for (const command of ['vscode.executeCodeLensProvider', 'vscode.executeDocumentSymbolProvider']) {
      await vscode.commands.executeCommand(command, document.uri, 9);
    }
    assert.deepEqual(azure().requests.take(), []);
  });

  it('reads documents with the line ends of Windows, and marks their mistakes where they are', async () => {
    const text = `${workspace}\n### 1\nPUT {{workspaceId}}/sqlPools/x\n\n{\n  "location": "x",\n  "wrong": 1\n}\n`;
    using document = await RequestDocument.open(text.replaceAll('\n', '\r\n'));
    const diagnostics = await until(
      'a problem',
      () => {
        const found = vscode.languages.getDiagnostics(document.uri);
        return found.length > 0 ? found : undefined;
      },
      vscode.languages.onDidChangeDiagnostics,
    );
    assert.deepEqual(
      diagnostics.map(({ message, range: { start, end } }) => [message, start.line, start.character, end.character]),
      [['The specification knows no “wrong” here.', 7, 2, 9]],
    );
    using read = await RequestDocument.open(
      `${workspace}\nGET /sqlScripts\n  ?api-version=2020-12-01\n`.replaceAll('\n', '\r\n'),
    );
    assert.equal((await read.send()).status, 200);
  });

  it('says what is missing before anything of several requests is sent', async () => {
    using document = await RequestDocument.open(
      `${workspace}\n### 1\nGET /sqlScripts\n\n### 2\nGET /sqlScripts/{{unknown}}\n\n### 3\nPUT /sqlScripts/x\n\n{ "name": \n`,
    );
    azure().requests.take();
    const { messages } = await document.send('all');
    assert.match(
      messages[0]?.message ?? '',
      /Line 7: The variable “unknown” has no value: add a line “@unknown = …”\./u,
    );
    const broken = await document.send(2);
    assert.match(broken.messages[0]?.message ?? '', /Line 12: The body is no JSON/u);
    assert.deepEqual(azure().requests.matching(/sqlScripts/u), []);
  });

  it('stops reading pages on Cancel with what it has, and reads on from there', async () => {
    using document = await RequestDocument.open(`${workspace}\nGET /roleAssignments\n`);
    await document.send();
    const reply = document.reply;
    assert.ok(reply);
    const ids = (): string[] => reply.getText().match(/"id": "[^"]+"/gu) ?? [];
    azure().faults.add({ route: 'RoleAssignments_ListRoleAssignments', times: 1, delayMs: 1500 });
    using dialogs = new Dialogs();
    const reading = vscode.commands.executeCommand('synapse.rest.allPages', reply.uri, 0);
    (await dialogs.progresses(/more pages/u)).cancel();
    await reading;
    await untilReply(document, /pages: 1 · there is more/u);
    await vscode.commands.executeCommand('synapse.rest.allPages', reply.uri, 0);
    await untilReply(document, /· pages: \d+(?! ·)$/mu);
    assert.equal(new Set(ids()).size, ids().length, 'no page twice');
    assert.ok(ids().length > 10);
  });

  it('reveals the secrets of the one reply that was asked for', async () => {
    const keys = 'POST {{workspaceId}}/integrationRuntimes/OnPremises/listAuthKeys';
    using document = await RequestDocument.open(`${workspace}\n### 1\n${keys}\n\n### 2\n${keys}\n`);
    await document.send('all');
    const reply = document.reply;
    assert.ok(reply);
    const count = (pattern: RegExp): number => (reply.getText().match(pattern) ?? []).length;
    assert.equal(count(/"••••••"/gu), 4, reply.getText());
    await vscode.commands.executeCommand('synapse.rest.reveal', reply.uri, 1);
    await untilReply(document, /authKey1": "IR/u);
    assert.equal(count(/"••••••"/gu), 2);
    assert.ok(reply.getText().indexOf('••••••') < reply.getText().indexOf('IR@'));
  });

  it('shows a reply of many megabytes', async function () {
    this.timeout(60_000);
    const query = 'x'.repeat(1000);
    const value = Array.from({ length: 10_000 }, (_one, index) => ({ name: `s${index}`, properties: { query } }));
    azure().faults.add({ route: 'SqlScript_GetSqlScriptsByWorkspace', times: 1, status: 200, body: { value } });
    using document = await RequestDocument.open(`${workspace}\nGET /sqlScripts\n`);
    const { reply } = await document.send();
    assert.ok(reply.length > 10_000_000);
    assert.ok(reply.includes('"name": "s9999"'));
  });
});

describe('the REST console, while an operation goes on,', () => {
  const azure = emulatedAzure();
  afterEach(closeDocuments);

  it('lets go of an operation on Cancel, says so, and keeps the request', async () => {
    using document = await RequestDocument.open(
      `${workspace}\n### 1\nPOST {{workspaceId}}/sqlPools/SalesDW/pause\n\n### 2\nGET /sqlScripts\n`,
    );
    using dialogs = new Dialogs();
    dialogs.press = ({ buttons }) => buttons[0];
    const sending = vscode.commands.executeCommand('synapse.rest.sendAll', document.uri);
    const progress = await dialogs.progresses(/SqlPools_Pause/u);
    await untilSays(progress.messages);
    progress.cancel();
    await sending;
    const reply = document.reply?.getText() ?? '';
    assert.match(reply, /^HTTP 20\d/mu);
    assert.match(reply, /states: Accepted.* · no longer followed; Azure goes on with it$/mu);
    assert.doesNotMatch(reply, /GET \/sqlScripts/u, 'what comes after is not sent');
    assert.match(JSON.stringify(extensionContext().workspaceState.get('rest.recent')), /sqlPools\/SalesDW\/pause/u);
    azure().endOperations();
  });

  it('goes on when the document is closed meanwhile, and shows the reply all the same', async () => {
    using document = await RequestDocument.open(`${workspace}\nPOST {{workspaceId}}/sqlPools/SalesArchive/resume\n`);
    await vscode.window.showTextDocument(document.uri);
    using dialogs = new Dialogs();
    dialogs.press = ({ buttons }) => buttons[0];
    const sending = vscode.commands.executeCommand('synapse.rest.send', document.uri, 0);
    const progress = await dialogs.progresses(/SqlPools_Resume/u);
    await untilSays(progress.messages);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    azure().endOperations();
    await sending;
    assert.match(document.reply?.getText() ?? '', /states: Accepted.*Succeeded/u);
  });
});

const onEvery100ms = (listener: (at: unknown) => void): vscode.Disposable => {
  const timer = setInterval(listener, 100, undefined);
  return new vscode.Disposable(() => {
    clearInterval(timer);
  });
};

async function untilSays(messages: readonly string[]): Promise<void> {
  await until('the operation to be accepted', () => messages.length > 0 || undefined, onEvery100ms);
}

async function untilReply(document: RequestDocument, pattern: RegExp): Promise<void> {
  await until(
    `the reply to say ${String(pattern)}`,
    () => pattern.test(document.reply?.getText() ?? '') || undefined,
    vscode.workspace.onDidChangeTextDocument,
  );
}
