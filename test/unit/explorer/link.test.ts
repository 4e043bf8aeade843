import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formatArmId } from '../../../src/api/armId.ts';
import { linkTo, readLink } from '../../../src/features/explorer/links/link.ts';

const subscription = '/subscriptions/11111111-2222-4333-8444-555555555555';
const workspace = `${subscription}/resourceGroups/rg/providers/Microsoft.Synapse/workspaces/contoso-sales`;
const tenantId = '99999999-2222-4333-8444-555555555555';

/** As VS Code hands a link to an extension: the query is decoded once. */
function opened(link: string): ReturnType<typeof readLink> {
  const [, path = '', query = ''] = /^[a-z-]+:\/\/[\w.-]+(\/[^?]*)\?(.*)$/su.exec(link) ?? [];
  return readLink({ path, query: decodeURIComponent(query) });
}

describe('links', () => {
  it('look as people would write them', () => {
    assert.equal(
      linkTo({ id: workspace, tenantId }, 'vscode', 'publisher.name'),
      `vscode://publisher.name/open?id=${workspace}&tenant=${tenantId}`,
    );
  });

  it('lead back to what they were made of, whatever it is called', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .filter((text) => !/^\.{0,2}$|[/\\?#%\p{Cc}]/u.test(text) && text.isWellFormed());
    fc.assert(
      fc.property(name, name, (group, script) => {
        const id = `${subscription}/resourceGroups/${group}/providers/Microsoft.Synapse/workspaces/w/sqlscripts/${script}`;
        const reference = opened(linkTo({ id, tenantId }, 'vscode', 'publisher.name'));
        assert.ok(reference?.id);
        assert.equal(formatArmId(reference.id), id);
        assert.deepEqual(reference.below, [{ type: 'sqlscripts', name: script }]);
        assert.equal(reference.tenant, tenantId);
      }),
    );
  });

  it('hold no account', () => {
    const link = linkTo({ id: workspace, tenantId, accountId: 'somebody' }, 'vscode', 'publisher.name');
    assert.ok(!link.includes('somebody'));
  });

  it('may be written by hand, escaped or not, and without a tenant', () => {
    for (const id of [workspace, encodeURIComponent(workspace), subscription]) {
      assert.ok(opened(`vscode://p.n/open?id=${id}`)?.id, id);
    }
  });

  for (const [what, path, query] of [
    ['another path', '/run', `id=${workspace}`],
    ['no id', '/open', 'tenant=x'],
    ['a command', '/open', 'id=command:workbench.action.terminal.new'],
    ['a subscription that is no GUID', '/open', 'id=/subscriptions/x'],
    ['a resource of another service', '/open', `id=${subscription}/resourceGroups/r/providers/Microsoft.Sql/servers/x`],
    ['a way out of its segment', '/open', `id=${subscription}/resourceGroups/..%2f..`],
    ['a tenant with a path', '/open', `id=${workspace}&tenant=../../x`],
    ['a tenant with a command', '/open', `id=${workspace}&tenant=[x](command:y)`],
    ['too long a text', '/open', `id=${workspace}/sqlPools/${'x'.repeat(5000)}`],
  ] as const) {
    it(`with ${what} are none`, () => {
      assert.equal(readLink({ path, query }), undefined);
    });
  }

  it('never throw, and name only what a request may be sent for, whatever they hold', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('/open', '/', '', '/open/x'),
        fc.string({ unit: 'binary' }),
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('..', '%2e%2e', '%252e', '&id=', '+')), {
          maxLength: 4,
        }),
        (path, tenant, parts) => {
          const reference = readLink({
            path,
            query: `id=${subscription}/resourceGroups/${parts.join('/')}&tenant=${tenant}`,
          });
          if (reference?.id) assert.doesNotThrow(() => reference.id && formatArmId(reference.id));
          if (reference?.tenant !== undefined) assert.match(reference.tenant, /^[a-z0-9.-]+$/iu);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
