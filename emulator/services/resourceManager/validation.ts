import { ServiceError } from '../../http/serviceError.ts';
import { stringMember, type JsonObject } from '../requestBody.ts';

/** Lower-case letters, digits and hyphens, 1 to 50, neither end a hyphen; `-ondemand` is the serverless host's. */
export function validateWorkspaceName(name: string): void {
  const refusal = workspaceNameRefusal(name);
  if (refusal !== undefined) throw invalid('Workspace', 'InvalidWorkspaceName', refusal);
}

/** The same as words: what is wrong with the name, if anything is. */
export function workspaceNameRefusal(name: string): string | undefined {
  if (!/^[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$/.test(name)) {
    return `'${name}' must have 1 to 50 lower-case letters, digits and inner hyphens.`;
  }
  return name.includes('-ondemand') ? `'${name}' must not contain '-ondemand'.` : undefined;
}

/**
 * The password of a SQL administrator, as SQL Server has it: 8 to 128 characters, of three of four kinds, without the login.
 * The code is that of OpenEducationAnalytics#247.
 */
export function validateSqlPassword(password: string, login: string): void {
  const kinds = [/\p{Lu}/u, /\p{Ll}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password));
  const hasLogin = login !== '' && password.toLowerCase().includes(login.toLowerCase());
  if (/^.{8,128}$/su.test(password) && kinds.length >= 3 && !hasLogin) return;
  const rule =
    'must have 8 to 128 characters, of at least three kinds: capital and small letters, digits, others; and not the login.';
  throw invalid('Workspace', 'InvalidSqlServerPassword', `The SQL administrator's password ${rule}`);
}

/** 1 to 60 letters, digits and underscores: what the service takes in practice, stricter than its documented rule. */
export function validateSqlPoolName(name: string): void {
  if (!/^[\p{L}\p{N}_]{1,60}$/u.test(name)) {
    throw invalid('SQL pool', 'InvalidSqlPoolName', `'${name}' must have 1 to 60 letters, digits and underscores.`);
  }
  if (reserved.has(name.toLowerCase())) throw reservedName('SQL pool', 'InvalidSqlPoolName', name);
}

/** 1 to 15 letters and digits, a letter first. */
export function validateBigDataPoolName(name: string): void {
  if (!/^[a-z][a-z0-9]{0,14}$/i.test(name)) {
    throw invalid(
      'Spark pool',
      'InvalidSparkPoolName',
      `'${name}' must have 1 to 15 letters and digits, a letter first.`,
    );
  }
  if (reserved.has(name.toLowerCase())) throw reservedName('Spark pool', 'InvalidSparkPoolName', name);
}

/** 1 to 128 characters, some of them refused, no dot at the end (terraform-provider-azurerm's check of the name). */
export function validateFirewallRuleName(name: string): void {
  if (/^[^<>*%&:\\/?]{0,127}[^<>*%&:\\/?.]$/.test(name)) return;
  const rule = "must have 1 to 128 characters, none of <>*%&:\\/? and no '.' at the end.";
  throw invalid('Firewall rule', 'InvalidFirewallRuleName', `'${name}' ${rule}`);
}

/** The sizes of a dedicated SQL pool, in data warehouse units. */
const sqlPoolSizes = [
  100, 200, 300, 400, 500, 1000, 1500, 2000, 2500, 3000, 5000, 6000, 7500, 10_000, 15_000, 30_000,
].map((units) => `DW${units}c`);

/** @returns the size in the service's own spelling */
export function validateSqlPoolSize(size: string): string {
  const known = sqlPoolSizes.find((candidate) => candidate.toLowerCase() === size.toLowerCase());
  if (known !== undefined) return known;
  throw new ServiceError(
    400,
    'InvalidSkuName',
    `'${size}' is no size of a SQL pool. Sizes: ${sqlPoolSizes.join(', ')}.`,
  );
}

/** @returns the location as the service writes it: `East US` is `eastus` */
export function requiredLocation(body: JsonObject): string {
  const location = stringMember(body, 'location')?.replaceAll(' ', '').toLowerCase();
  if (location) return location;
  throw new ServiceError(400, 'LocationRequired', 'The location property is required for this definition.');
}

/** The shape of azure-docs and terraform threads: what is wrong stands in `details`. */
export function invalid(what: string, code: string, message: string): ServiceError {
  const text = `${what} request validation failed, check error details for more information`;
  return new ServiceError(400, 'ValidationFailed', text, { details: [{ code, message }] });
}

/** The documentation forbids reserved words without listing them; these are the system databases and the built-in pool. */
const reserved = new Set(['master', 'model', 'msdb', 'tempdb', 'default', 'builtin']);

function reservedName(what: string, code: string, name: string): ServiceError {
  return invalid(what, code, `'${name}' is a reserved word.`);
}
