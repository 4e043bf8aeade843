export const sampleNames = ['standard', 'large', 'spec-examples'] as const;
export type SampleName = (typeof sampleNames)[number];

export function isSampleName(name: string): name is SampleName {
  return (sampleNames as readonly string[]).includes(name);
}
