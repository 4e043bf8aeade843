import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { resultsFolder } from '../../vscode/paths.ts';
import { eventually } from './eventually.ts';

/** Where the emulators of this ring record what they were asked; the contract ring judges it afterwards. */
export const trafficFolder = process.env['SYNAPSE_EMULATOR_RECORD'] ?? path.join(resultsFolder, 'traffic', 'ui');

/** The requests since this object was made. Emulators write a file for each, shortly after its answer. */
export class Traffic {
  readonly #before = new Set(recordings());

  /** How many requests of an operation (`SqlPools_Pause`) were recorded. */
  count(operationId: string): number {
    return this.files(operationId).length;
  }

  /** Where they were recorded, for whoever looks into too many or too few. */
  files(operationId: string): string[] {
    return recordings().filter((name) => !this.#before.has(name) && name.includes(`-${operationId}.`));
  }

  async reaches(operationId: string, least: number): Promise<void> {
    await eventually(`${least} requests ${operationId}`, () => this.count(operationId) >= least || undefined);
  }
}

function recordings(): string[] {
  return existsSync(trafficFolder) ? readdirSync(trafficFolder).filter((name) => name.endsWith('.json')) : [];
}
