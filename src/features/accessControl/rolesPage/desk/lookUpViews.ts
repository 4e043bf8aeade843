import type { LookedUp } from '../../model/principal.ts';
import { nameText } from '../../people/nameText.ts';
import { isGuid } from '../../roles/guid.ts';
import type { LookedUpView } from '../contract.ts';
import type { DeskWords } from './deskWords.ts';
import { personOf } from './peopleTeller.ts';

/** What became of a reference, with what there is to know about it. */
export function lookedUpView(answer: LookedUp, words: DeskWords): LookedUpView {
  const { reference, found } = answer;
  switch (found) {
    case 'one': {
      const { principal, by } = answer;
      const explained = by === 'appId' ? words.byAppId(nameText(principal.displayName), principal.id) : undefined;
      return { reference, found, people: [personOf(principal)], ...(explained !== undefined && { words: explained }) };
    }
    case 'several':
      return { reference, found, people: answer.principals.map(personOf), words: words.several() };
    case 'none': {
      const id = reference.toLowerCase();
      // Somebody of another tenant, or who was made a moment ago: a person may know better than the directory.
      if (isGuid(id)) return { reference, found, people: [{ id }], words: words.unknownId() };
      return { reference, found, people: [], words: words.notFound() };
    }
    case 'unreadable':
      return { reference, found, people: [], words: words.unreadable() };
    case 'unasked': {
      const id = reference.toLowerCase();
      const usable = isGuid(id);
      return { reference, found, people: usable ? [{ id }] : [], words: words.unasked(usable) };
    }
  }
}
