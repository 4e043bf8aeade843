// A process of its own: reads and gives roles with each client, asks for names, and sends what it took.
import { once } from 'node:events';
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Ready } from '../../emulator/server.ts';
import type { CompleteAssignment } from '../../src/features/accessControl/model/access.ts';
import { directoryOf } from '../../src/features/accessControl/people/directories.ts';
import { SynapseAccess } from '../../src/features/accessControl/roles/synapseAccess.ts';
import { median } from '../support/bench.ts';
import { inWorkspace, type Place, placeIn } from '../support/place.ts';
import { RequestTimes } from '../support/requestTimes.ts';
import { type AdderName, adders } from './adders.ts';
import { type ReaderName, readers } from './readers.ts';

export interface Task {
  readonly ready: Ready;
  readonly assignments: number;
  readonly additions: number;
  readonly names: number;
  readonly rounds: number;
}

/** Times in milliseconds. */
export interface Measured {
  readonly reading: Readonly<Record<ReaderName, number>>;
  /** Requests that reading takes, of ours and of the loop. */
  readonly pages: Readonly<Record<ReaderName, number>>;
  /** Kilobytes that are held after the last page and were not after the tenth. */
  readonly heapGrowth: number;
  readonly names: { readonly found: number; readonly requests: number };
  readonly adding: Readonly<Record<AdderName, number>>;
}

/** The one with 5,000 role assignments in the large sample. */
const crowded = 'ws-000-0';
/** Workspaces of the same tenant in which nobody has been given a role yet, one for each client. */
const empty: Readonly<Record<AdderName, string>> = { ours: 'ws-001-0', oneByOne: 'ws-002-0' };
/** Nobody has it there. */
const contributor = '7572bffe-f453-4b66-912a-46cc5ef38fda';
const { signal } = new AbortController();

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const [task] = (await once(process, 'message')) as [Task];
const place = await placeIn(task.ready, crowded);
const principals = await principalsOf(place);
process.send?.({
  ...(await read()),
  heapGrowth: await heapGrowth(),
  names: await names(),
  adding: await add(),
} satisfies Measured);

async function read(): Promise<Pick<Measured, 'reading' | 'pages'>> {
  const order = Object.keys(readers) as ReaderName[];
  const times: Record<ReaderName, number[]> = { ours: [], sdk: [], loop: [] };
  const pages: Record<ReaderName, number> = { ours: 0, sdk: 0, loop: 0 };
  for (let round = 0; round < task.rounds; round += 1) {
    // Another one is first in each round.
    for (const name of [...order.slice(round % order.length), ...order.slice(0, round % order.length)]) {
      using requests = new RequestTimes();
      let count = 0;
      const start = performance.now();
      await readers[name](place, (size) => (count += size));
      times[name].push(performance.now() - start);
      pages[name] = requests.count;
      if (count < task.assignments) throw new Error(`${name} has read ${String(count)} role assignments`);
    }
  }
  const reading = { ours: median(times.ours), sdk: median(times.sdk), loop: median(times.loop) };
  return { reading, pages };
}

/** Nobody keeps the pages here, so nothing should be left of them. */
async function heapGrowth(): Promise<number> {
  let page = 0;
  let [tenth, last] = [0, 0];
  await readers.ours(place, () => {
    page += 1;
    if (page < 10) return;
    collectGarbage();
    last = process.memoryUsage().heapUsed;
    if (page === 10) tenth = last;
  });
  return (last - tenth) / 1024;
}

async function names(): Promise<Measured['names']> {
  const { connection, workspace } = inWorkspace(place);
  const ids = [...new Set(principals.map(({ principalId }) => principalId))].slice(0, task.names);
  using requests = new RequestTimes();
  const resolved = await directoryOf(connection, workspace).resolve(ids, signal);
  return { found: resolved.principals.size, requests: requests.count };
}

async function add(): Promise<Measured['adding']> {
  const times = { ours: 0, oneByOne: 0 };
  for (const name of Object.keys(adders) as AdderName[]) {
    const target = { ...(await placeIn(task.ready, empty[name])) };
    const scope = `workspaces/${empty[name]}`;
    const wanted = principals.map((principal) => ({ ...principal, roleId: contributor, scope }));
    await adders[name](target, wanted.slice(0, 1)); // code is loaded and connections are open: not counted
    const rest = wanted.slice(1, task.additions + 1);
    const start = performance.now();
    await adders[name](target, rest);
    times[name] = performance.now() - start;
    await requireGiven(target, rest);
  }
  return times;
}

/** Everybody who has a role in the crowded workspace, each once. */
async function principalsOf(of: Place): Promise<Pick<CompleteAssignment, 'principalId' | 'principalType'>[]> {
  const found = new Map<string, CompleteAssignment['principalType']>();
  for await (const { items } of new SynapseAccess(inWorkspace(of)).assignments({ signal })) {
    for (const { principalId, principalType } of items)
      found.set(principalId, principalType === 'Group' ? 'Group' : 'User');
  }
  return [...found].map(([principalId, principalType]) => ({ principalId, principalType }));
}

/** @throws unless everybody has the role once */
async function requireGiven(of: Place, wanted: readonly CompleteAssignment[]): Promise<void> {
  const given: string[] = [];
  for await (const { items } of new SynapseAccess(inWorkspace(of)).assignments({ signal })) {
    given.push(...items.filter(({ roleId }) => roleId === contributor).map(({ principalId }) => principalId));
  }
  if (new Set(given).size !== given.length) throw new Error('Somebody was given the role twice');
  const missing = wanted.find(({ principalId }) => !given.includes(principalId));
  if (missing) throw new Error(`${missing.principalId} was not given the role`);
}
