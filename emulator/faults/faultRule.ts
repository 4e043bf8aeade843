/** What a rule does to a request that it catches. */
export type FaultEffect =
  | {
      readonly kind: 'reply';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: unknown;
    }
  | { readonly kind: 'delay'; readonly milliseconds: number }
  /** The request is carried out, its answer is lost. */
  | { readonly kind: 'drop'; readonly when: 'beforeReply' | 'midBody' }
  | { readonly kind: 'throttle'; readonly seconds: number }
  | { readonly kind: 'expiredToken' | 'failedOperation' }
  /** Until the token is one that was asked for with the challenge's claims. */
  | { readonly kind: 'claimsChallenge' };

export interface FaultRule {
  /** `operationId` of the route; matched without regard to case. */
  readonly route?: string;
  readonly method?: string;
  /** Tried on the path on loopback, prefix included, query excluded, also where the client used Azure's host names. */
  readonly path?: RegExp;
  /** Tenant id or default domain. */
  readonly tenant?: string;
  /** Of a token; a slash at its end makes no difference. */
  readonly audience?: string;
  /** How many matching requests pass before the first is caught. */
  readonly skip: number;
  /** How many are caught then. */
  readonly times: number;
  readonly effect: FaultEffect;
}

/** A rule that cannot be understood; the message says which member and why. */
export class FaultRuleError extends Error {}

const known = [
  'route',
  'method',
  'path',
  'tenant',
  'audience',
  'skip',
  'times',
  'status',
  'headers',
  'body',
  'delayMs',
  'drop',
  'fault',
  'seconds',
];
const effects = ['status', 'delayMs', 'drop', 'fault'];

/** @throws FaultRuleError unless `value` is an array of rules (README.md has the format) */
export function parseFaultRules(value: unknown): FaultRule[] {
  if (!Array.isArray(value)) throw new FaultRuleError('an array of rules is expected');
  return value.map((rule: unknown, index) => {
    try {
      return parseRule(rule);
    } catch (error) {
      if (error instanceof FaultRuleError) throw new FaultRuleError(`rule ${index + 1}: ${error.message}`);
      throw error;
    }
  });
}

function parseRule(value: unknown): FaultRule {
  if (typeof value !== 'object' || value === null) throw new FaultRuleError('an object is expected');
  const rule = new Map<string, unknown>(Object.entries(value));
  for (const name of rule.keys()) if (!known.includes(name)) throw new FaultRuleError(`unknown member "${name}"`);
  const given = effects.filter((name) => rule.has(name));
  if (given.length !== 1) throw new FaultRuleError(`exactly one of ${effects.join(', ')} is expected`);
  const route = text(rule, 'route');
  const method = text(rule, 'method')?.toUpperCase();
  const path = pattern(text(rule, 'path'));
  const tenant = text(rule, 'tenant');
  const audience = text(rule, 'audience');
  if ([route, method, path, tenant, audience].every((matcher) => matcher === undefined)) {
    throw new FaultRuleError('route, method, path, tenant or audience is expected');
  }
  return {
    ...(route !== undefined && { route }),
    ...(method !== undefined && { method }),
    ...(path !== undefined && { path }),
    ...(tenant !== undefined && { tenant }),
    ...(audience !== undefined && { audience }),
    skip: count(rule, 'skip') ?? 0,
    times: count(rule, 'times') ?? Infinity,
    effect: parseEffect(rule),
  };
}

function parseEffect(rule: ReadonlyMap<string, unknown>): FaultEffect {
  const status = count(rule, 'status');
  if (status !== undefined) {
    if (status < 200 || status > 599) throw new FaultRuleError('"status" must be between 200 and 599');
    return { kind: 'reply', status, headers: headersOf(rule.get('headers')), body: rule.get('body') };
  }
  const milliseconds = count(rule, 'delayMs');
  if (milliseconds !== undefined) return { kind: 'delay', milliseconds };
  const drop = text(rule, 'drop');
  if (drop !== undefined) {
    if (drop === 'beforeReply' || drop === 'midBody') return { kind: 'drop', when: drop };
    throw new FaultRuleError('"drop" must be "beforeReply" or "midBody"');
  }
  const fault = text(rule, 'fault');
  switch (fault) {
    case 'throttle':
      return { kind: 'throttle', seconds: secondsOf(rule) };
    case 'expiredToken':
    case 'claimsChallenge':
    case 'failedOperation':
      return { kind: fault };
    default:
      throw new FaultRuleError('"fault" must be "expiredToken", "claimsChallenge", "failedOperation" or "throttle"');
  }
}

/** A wait of 0 would ask clients to come back at once: the service never does. */
function secondsOf(rule: ReadonlyMap<string, unknown>): number {
  const seconds = count(rule, 'seconds') ?? 1;
  if (seconds > 0) return seconds;
  throw new FaultRuleError('"seconds" must be 1 or more');
}

function text(rule: ReadonlyMap<string, unknown>, name: string): string | undefined {
  const value = rule.get(name);
  if (value === undefined || typeof value === 'string') return value;
  throw new FaultRuleError(`"${name}" must be a string`);
}

function count(rule: ReadonlyMap<string, unknown>, name: string): number | undefined {
  const value = rule.get(name);
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new FaultRuleError(`"${name}" must be a whole number, 0 or more`);
}

function pattern(source: string | undefined): RegExp | undefined {
  if (source === undefined) return undefined;
  try {
    return new RegExp(source, 'i');
  } catch {
    throw new FaultRuleError('"path" must be a regular expression');
  }
}

function headersOf(value: unknown): Record<string, string> {
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null) throw new FaultRuleError('"headers" must be an object');
  return Object.fromEntries(Object.entries(value).map(([name, header]) => [name, String(header)]));
}
