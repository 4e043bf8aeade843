import type { PageHandlers } from '../../../../platform/pages/pageServer.ts';
import type { LookedUp } from '../../model/principal.ts';
import { isGuid } from '../../roles/guid.ts';
import type { FoundView, RolesContract } from '../contract.ts';
import type { DeskWords } from './deskWords.ts';
import { lookedUpView } from './lookUpViews.ts';
import type { OpenBook } from './openBook.ts';
import { type PeopleTeller, personOf } from './peopleTeller.ts';

export interface DirectoryHandlersParts {
  readonly book: OpenBook;
  readonly people: PeopleTeller;
  readonly words: DeskWords;
}

/** Answers who somebody is. */
export function directoryHandlers({
  book,
  people,
  words,
}: DirectoryHandlersParts): Pick<PageHandlers<RolesContract>, 'search' | 'lookUp'> {
  const lookUp = async (references: readonly string[], signal: AbortSignal): Promise<readonly LookedUp[]> => {
    const { directory } = await book.open(signal);
    const answers = await directory.lookUp(references, signal);
    for (const answer of answers) if (answer.found === 'unasked') people.sayWhy(answer.gap);
    return answers;
  };
  return {
    search: async (text, { signal }): Promise<FoundView> => {
      const wanted = text.trim();
      if (isGuid(wanted)) {
        const [answer] = await lookUp([wanted], signal);
        if (!answer) return { people: [] };
        const { people: found, words: said } = lookedUpView(answer, words);
        return { people: found, ...(said !== undefined && { words: said }) };
      }
      const { directory } = await book.open(signal);
      const { principals, gap } = await directory.search(text, signal);
      if (gap) people.sayWhy(gap);
      return { people: principals.map(personOf), ...(gap && { words: words.unsearched(principals.length > 0) }) };
    },
    lookUp: async (references, { signal }) =>
      (await lookUp(references, signal)).map((answer) => lookedUpView(answer, words)),
  };
}
