import type { StartOptions } from './options.ts';

/** Settings of a VS Code that is started to look at the sample. */
export function sampleSettings({ theme }: StartOptions): Record<string, unknown> {
  return { 'synapse.startWith': 'sample', ...(theme === undefined ? {} : { 'workbench.colorTheme': theme }) };
}
