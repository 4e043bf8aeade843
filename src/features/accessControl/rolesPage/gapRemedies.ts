import type { Connections } from '../../../platform/connections.ts';
import type { ExplainedError } from '../../../platform/errors/errorPresenter.ts';
import type { NamesGap } from '../model/principal.ts';
import { gapRemedies, gapWords } from '../people/gapWords.ts';

/** Why names are missing, with the ways out, as a page shows it. */
export function explainGap(gap: NamesGap, { current }: Connections): ExplainedError {
  const remedies = current ? gapRemedies(gap, current) : [];
  return {
    words: gapWords(gap),
    remedies: remedies.map(({ label, run }) => ({
      label,
      run: async () => {
        await run();
      },
    })),
  };
}
