import type { Assignment } from '../../model/access.ts';
import type { AssignmentWords, DeskWords } from './deskWords.ts';
import type { RoleBook } from './roleBook.ts';

/** More are counted, not told. */
const MOST_TOLD = 8;

/** What others have added and removed between two readings, in words. */
export function meanwhile(
  before: readonly Assignment[],
  after: readonly Assignment[],
  wordsOf: (assignment: Assignment) => AssignmentWords,
  words: DeskWords,
): string[] {
  const known = new Set(before.map(({ id }) => id));
  const there = new Set(after.map(({ id }) => id));
  const changes = [
    ...after.filter(({ id }) => !known.has(id)).map((assignment) => words.meanwhile('added', wordsOf(assignment))),
    ...before.filter(({ id }) => !there.has(id)).map((assignment) => words.meanwhile('removed', wordsOf(assignment))),
  ];
  const left = changes.length - MOST_TOLD;
  return left > 0 ? [...changes.slice(0, MOST_TOLD), words.andMore(left)] : changes;
}

/** Who may not look any more goes by what they have seen: that nothing is there is not what a refusal says. */
export function withWhatWasSeen(now: RoleBook, before: RoleBook): RoleBook {
  return now.listed ? now : { ...now, present: before.present };
}
