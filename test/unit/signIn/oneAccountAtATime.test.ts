import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OneAccountAtATime } from '../../../src/signIn/accounts/oneAccountAtATime.ts';

/** As VS Code 1.105 does it: who asks while a question of the same kind is open gets its answer. */
function forgetfulOfAccounts(): { ask: (account: string) => Promise<string>; readonly asked: string[] } {
  const asked: string[] = [];
  let open: Promise<string> | undefined;
  const ask = (account: string): Promise<string> => {
    if (open) return open;
    asked.push(account);
    open = new Promise<string>((resolve) => {
      setImmediate(() => {
        open = undefined;
        resolve(`session of ${account}`);
      });
    });
    return open;
  };
  return { ask, asked };
}

describe('Questions for sessions', () => {
  it('bring each account its own session, however many ask at once', async () => {
    const vscode = forgetfulOfAccounts();
    const questions = new OneAccountAtATime();
    const accounts = ['ada', 'grace', 'ada', 'alan'];
    const answers = await Promise.all(
      accounts.map((account) => questions.ask('scopes', account, () => vscode.ask(account))),
    );
    assert.deepEqual(
      answers,
      accounts.map((account) => `session of ${account}`),
    );
  });

  it('are one question when they are for the same account', async () => {
    const vscode = forgetfulOfAccounts();
    const questions = new OneAccountAtATime();
    const ask = (): Promise<string> => questions.ask('scopes', 'ada', () => vscode.ask('ada'));
    assert.deepEqual(await Promise.all([ask(), ask(), ask()]), Array(3).fill('session of ada'));
    assert.deepEqual(vscode.asked, ['ada']);
  });

  it('are asked at the same time when they differ in more than the account', async () => {
    const questions = new OneAccountAtATime();
    const first = Promise.withResolvers<string>();
    const waiting = questions.ask('management', 'ada', () => first.promise);
    assert.equal(await questions.ask('graph', 'grace', () => Promise.resolve('done')), 'done');
    first.resolve('late');
    assert.equal(await waiting, 'late');
  });

  it('go on after one that failed', async () => {
    const questions = new OneAccountAtATime();
    const failing = questions.ask('scopes', 'ada', () => Promise.reject(new Error('no')));
    const next = questions.ask('scopes', 'grace', () => Promise.resolve('session of grace'));
    await assert.rejects(failing, /no/);
    assert.equal(await next, 'session of grace');
    assert.equal(await questions.ask('scopes', 'ada', () => Promise.resolve('again')), 'again');
  });
});
