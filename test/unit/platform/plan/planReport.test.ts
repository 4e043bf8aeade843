import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { markdownText, planReport, reportLine } from '../../../../src/platform/plan/planReport.ts';

describe('a report of a plan', () => {
  it('has a section for each kind of row that there is', () => {
    const failed = reportLine('Add', 'Ann', ['no such role', undefined, '', 'HTTP 400']);
    const report = planReport('Roles', [
      { title: 'Failed', lines: [failed] },
      { title: 'Done', lines: [] },
    ]).split('\n');
    assert.match(report[2] ?? '', /^\d{4}-\d\d-\d\dT/);
    assert.deepEqual(
      report.filter((line) => line !== '' && line !== report[2]),
      ['# Roles', '## Failed (1)', '- Add: Ann — no such role; HTTP 400'],
    );
    assert.equal(planReport('Roles', [], 'The rest is as it was.').split('\n').at(-2), 'The rest is as it was.');
  });

  it('shows what others have written as text', () => {
    assert.equal(
      markdownText('![x](command:run)\n# <img src=x onerror=alert(1)> `a` ~b~ | _c_'),
      '\\!\\[x\\]\\(command:run\\) \\# \\<img src=x onerror=alert\\(1\\)\\> \\`a\\` \\~b\\~ \\| \\_c\\_',
    );
  });
});
