/** What cannot be had silently: each refusal names an account's id, a tenant, an audience, or some of them. */
export class Refusals {
  #all = [];

  add(refusal) {
    this.#all.push(refusal);
  }

  of(request) {
    return this.#all.find((refusal) => meets(refusal, request));
  }

  /** Somebody has signed in to just that. */
  lift(request) {
    this.#all = this.#all.filter((refusal) => !meets(refusal, request));
  }

  clear() {
    this.#all = [];
  }
}

function meets({ account, tenant, audience }, request) {
  return (
    (account ?? request.account.id) === request.account.id &&
    (tenant ?? request.tenant) === request.tenant &&
    (audience === undefined || asksFor(audience, request.scopes))
  );
}

/** What is refused to VS Code's own client is not refused to another. A sign-in without scopes is one to everything. */
function asksFor(audience, scopes) {
  if (scopes.some((scope) => scope.startsWith('VSCODE_CLIENT_ID:'))) return false;
  return scopes.length === 0 || scopes.includes(`${audience}/.default`);
}
