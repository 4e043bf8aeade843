import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Exchange } from './exchange.ts';
import { trafficFolder } from './places.ts';

/** The rings whose traffic the emulator records. */
const rings = ['host', 'ui'] as const;

export interface TrafficFile {
  /** Below the folder of all traffic: `host/00001-SqlPools_Pause.x.json`. */
  readonly name: string;
  readonly text: string;
}

/** One recorded exchange after the other, file by file. */
export function* trafficFiles(): Generator<TrafficFile, void, undefined> {
  for (const ring of rings) {
    for (const name of filesOf(ring)) yield { name, text: readFileSync(path.join(trafficFolder, name), 'utf8') };
  }
}

export function exchangeIn({ text }: TrafficFile): Exchange {
  return JSON.parse(text) as Exchange;
}

/** The rings that left no traffic: they did not run before this one, or they no longer record. */
export function ringsWithoutTraffic(): readonly string[] {
  return rings.filter((ring) => filesOf(ring).length === 0);
}

function filesOf(ring: string): string[] {
  const folder = path.join(trafficFolder, ring);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => path.posix.join(ring, name));
}
