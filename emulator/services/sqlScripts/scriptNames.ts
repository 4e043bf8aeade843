import type { Workspace } from '../../store/model.ts';
import type { Unverified } from '../../unverified.ts';
import { scriptError } from './scriptErrors.ts';

/** Of pipelines, data sets and other artifacts; the specification has none for scripts. */
const pipelineName = /^[A-Za-z0-9_][^<>*#.%&:\\+?/]*$/;

const longest = 260;

/**
 * What a script may be called. Whether the service takes the names of pipelines only, nobody knows; what would break a
 * resource id or a URL is never taken.
 *
 * @throws ServiceError 400
 */
export function requireScriptName(
  name: string,
  workspace: Workspace,
  { 'script-names': rule }: Pick<Unverified, 'script-names'>,
): void {
  const problem = problemOf(name, rule);
  if (problem !== undefined) throw scriptError(400, 'BadRequest', `'${name}' ${problem}.`, workspace, name);
}

function problemOf(name: string, rule: Unverified['script-names']): string | undefined {
  if (name.length > longest) return `has more than ${longest} characters`;
  if (/[/\\]/.test(name)) return 'must not contain a slash or backslash';
  if (/\p{Cc}/u.test(name)) return 'must not contain control characters';
  if (name !== name.trim() || name === '') return 'must neither be empty nor begin or end with a blank';
  if (/^\.+$/.test(name)) return 'must not consist of dots';
  if (rule === 'pipeline' && !pipelineName.test(name)) return `does not match ${pipelineName.source}`;
  return undefined;
}
