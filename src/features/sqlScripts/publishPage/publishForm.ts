import type { PublishedFacts, PublishForm } from './contract.ts';

/** As Studio makes a new script (recording azure-cli.sqlscript). */
export const builtIn = 'Built-in';
const newFacts: PublishedFacts = { folder: '', pool: builtIn, database: 'master', description: '', resultLimit: 5000 };

/** What is wrong with a name, or worth a warning. The service has the last word: it documents no rule for scripts. */
export type NameRemark = 'empty' | 'dots' | 'control' | 'long' | 'unusual';

/** The pattern and the length that the service documents for pipelines (specification, artifacts' names). */
const usual = /^[A-Za-z0-9_][^<>*#.%&:\\+?/]*$/u;
const USUAL_LENGTH = 260;

export function nameRemark(name: string): NameRemark | undefined {
  if (name.trim() === '') return 'empty';
  // No request can be addressed to them: a URL takes them for the folder itself or the one above.
  if (name === '.' || name === '..') return 'dots';
  if (/[\p{Cc}\p{Cs}]/u.test(name)) return 'control';
  if (name.length > USUAL_LENGTH) return 'long';
  return usual.test(name) ? undefined : 'unusual';
}

/** Whether nothing can be published under a name with this remark; the others are warnings. */
export function forbids(remark: NameRemark | undefined): boolean {
  return remark === 'empty' || remark === 'dots' || remark === 'control';
}

/** What the choices lead to: what was touched, else what is there (published, or in the source), else what a new script has. */
export function effective(form: PublishForm, there: PublishedFacts | undefined): PublishedFacts {
  const { workspace: _workspace, name: _name, ...touched } = form;
  return { ...(there ?? newFacts), ...touched };
}
