import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pageHtml } from '../../../../src/platform/pages/pageHtml.ts';

const html = pageHtml({
  nonce: 'n0nce',
  cspSource: 'https://files.example',
  script: 'https://files.example/page.js?a&b',
  style: 'https://files.example/page.css',
  title: '"><script>alert(1)</script>',
  language: 'de',
});

describe('the document of a page', () => {
  it('allows our script and style sheet, and nothing else', () => {
    const policy =
      /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.replaceAll('&#39;', "'") ?? '';
    assert.equal(
      policy,
      "default-src 'none'; script-src 'nonce-n0nce'; style-src https://files.example; font-src https://files.example; base-uri 'none'; form-action 'none'",
    );
    assert.doesNotMatch(html, /unsafe|<style| style=| on\w+=/);
  });

  it('shows text as text', () => {
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.ok(html.includes('page.js?a&#38;b'));
  });
});
