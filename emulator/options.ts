import { parseArgs } from 'node:util';
import { parseIpv4 } from './store/ipv4.ts';
import { isSampleName, sampleNames, type SampleName } from './samples/names.ts';
import {
  defaultUnverified,
  unverifiedChoices,
  unverifiedFrom,
  type Unverified,
  type UnverifiedSwitch,
} from './unverified.ts';

export interface EmulatorOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Milliseconds before every answer. */
  readonly latency: number;
  /** Upper limit for the pages of every list; absent: each list's own. */
  readonly pageSize: number | undefined;
  /** File with fault rules (README.md); read again when it changes. */
  readonly faults: string | undefined;
  /** Folder that every exchange is written to. */
  readonly record: string | undefined;
  readonly sample: SampleName;
  /** Milliseconds that a long-running operation takes. */
  readonly operationTime: number;
  /** IPv4 address that clients on this computer are taken to come from; the workspaces' firewalls go by it. */
  readonly clientAddress: string;
  /** Milliseconds after which a changed firewall rule works at the development endpoint. */
  readonly firewallDelay: number;
  /** Serves https, also under Azure's own host names, and opens a proxy that leads there. */
  readonly https: boolean;
  /** Bytes of a SQL script's document, as it is put. */
  readonly scriptSizeLimit: number;
  readonly unverified: Unverified;
}

export const defaultOptions: EmulatorOptions = {
  port: 0,
  latency: 0,
  pageSize: undefined,
  faults: undefined,
  record: undefined,
  sample: 'standard',
  operationTime: 6000,
  clientAddress: '203.0.113.7',
  firewallDelay: 6000,
  https: false,
  scriptSizeLimit: 32 * 1024 * 1024,
  unverified: defaultUnverified,
};

/** A command line that cannot be used; the message is for the person who wrote it. */
export class OptionError extends Error {}

const switches = Object.keys(unverifiedChoices) as UnverifiedSwitch[];
const names = [
  'port',
  'latency',
  'page-size',
  'faults',
  'record',
  'sample',
  'operation-time',
  'client-address',
  'firewall-delay',
  'script-size-limit',
  ...switches,
] as const;
type Name = (typeof names)[number];

interface CommandLine extends Partial<Record<Name, string>> {
  readonly https?: boolean;
}

/**
 * Options from the command line and, where that is silent, from `SYNAPSE_EMULATOR_*`.
 *
 * @throws OptionError for an unknown option, an unknown sample or value, a bad number or a switch that is neither on
 *   nor off
 */
export function parseOptions(args: readonly string[], environment: NodeJS.ProcessEnv): EmulatorOptions {
  const given = parseCommandLine(args);
  const text = (name: Name): string | undefined => {
    const variable = `SYNAPSE_EMULATOR_${name.toUpperCase().replaceAll('-', '_')}`;
    return given[name] ?? (environment[variable] || undefined);
  };
  const number = (name: Name, least: number, most: number): number | undefined => {
    const value = text(name);
    if (value === undefined) return undefined;
    const parsed = /^\d+$/.test(value) ? Number(value) : NaN;
    if (parsed >= least && parsed <= most) return parsed;
    throw new OptionError(`--${name} must be a whole number from ${least} to ${most}, not '${value}'.`);
  };
  const sample = text('sample') ?? defaultOptions.sample;
  if (!isSampleName(sample)) throw new OptionError(`--sample must be ${sampleNames.join(' or ')}, not '${sample}'.`);
  const clientAddress = text('client-address') ?? defaultOptions.clientAddress;
  if (parseIpv4(clientAddress) === undefined) {
    throw new OptionError(`--client-address must be an IPv4 address, not '${clientAddress}'.`);
  }
  return {
    port: number('port', 0, 65_535) ?? defaultOptions.port,
    latency: number('latency', 0, 3_600_000) ?? defaultOptions.latency,
    pageSize: number('page-size', 1, 1_000_000),
    faults: text('faults'),
    record: text('record'),
    sample,
    operationTime: number('operation-time', 0, 86_400_000) ?? defaultOptions.operationTime,
    clientAddress,
    firewallDelay: number('firewall-delay', 0, 86_400_000) ?? defaultOptions.firewallDelay,
    scriptSizeLimit: number('script-size-limit', 1, 1_000_000_000) ?? defaultOptions.scriptSizeLimit,
    unverified: unverifiedOf(text),
    https: given.https ?? switchOf('SYNAPSE_EMULATOR_HTTPS', environment),
  };
}

function unverifiedOf(text: (name: UnverifiedSwitch) => string | undefined): Unverified {
  try {
    return unverifiedFrom(text);
  } catch (error) {
    throw error instanceof RangeError ? new OptionError(error.message) : error;
  }
}

function switchOf(variable: string, environment: NodeJS.ProcessEnv): boolean {
  const value = environment[variable] ?? '';
  if (['1', 'true'].includes(value)) return true;
  if (['', '0', 'false'].includes(value)) return false;
  throw new OptionError(`${variable} must be 1 or 0, not '${value}'.`);
}

function parseCommandLine(args: readonly string[]): CommandLine {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
    return parseArgs({ args: [...args], options: { ...options, https: { type: 'boolean' } } }).values;
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new OptionError(
      `${reason ?? 'Unknown option'}. Options: ${[...names, 'https'].map((name) => `--${name}`).join(' ')}.`,
    );
  }
}
