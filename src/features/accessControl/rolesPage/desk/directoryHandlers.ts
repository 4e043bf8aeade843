import type { PageHandlers } from '../../../../platform/pages/pageServer.ts';
import type { RolesContract } from '../contract.ts';
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
  return {
    search: async (text, { signal }) => {
      const { directory } = await book.open(signal);
      const { principals, gap } = await directory.search(text, signal);
      if (gap) people.sayWhy(gap);
      return { people: principals.map(personOf) };
    },
    lookUp: async (references, { signal }) => {
      const { directory } = await book.open(signal);
      const answers = await directory.lookUp(references, signal);
      for (const answer of answers) if (answer.found === 'unasked') people.sayWhy(answer.gap);
      return answers.map((answer) => lookedUpView(answer, words));
    },
  };
}
