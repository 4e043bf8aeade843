import type { ExplainedError } from '../../../../platform/errors/errorPresenter.ts';
import type { EventName, EventOf } from '../../../../platform/pages/pageContract.ts';
import type { WorkspaceAccess } from '../../model/access.ts';
import type { NamesGap, PrincipalDirectory } from '../../model/principal.ts';
import type { GapRemedy } from '../../people/gapWords.ts';
import type { AddForm, Draft, InputOfRoles, ItemList, RolesContract } from '../contract.ts';
import type { DeskWords } from './deskWords.ts';

/** A workspace that can be asked. */
export interface DeskPlace {
  readonly access: WorkspaceAccess;
  readonly directory: PrincipalDirectory;
  /** Lets the directory be asked again at once, after a failure that somebody has mended. */
  readonly askAgain: () => void;
  /** Object id of the workspace's managed identity; undefined where it is not known. */
  readonly identityId: string | undefined;
  /** Resource group and region, in one line. */
  readonly where: string;
  readonly items: (signal: AbortSignal) => Promise<ItemList[]>;
}

/** What is kept for a page that was closed. */
export interface KeptRoles {
  readonly draft: Draft;
  readonly form: AddForm;
}

/** What a desk is made of; none of it needs VS Code. */
export interface DeskParts {
  readonly input: InputOfRoles;
  /** @throws Error in words for people when nothing is connected, and what the REST service throws */
  readonly place: (signal: AbortSignal) => Promise<DeskPlace>;
  readonly words: DeskWords;
  readonly explain: (what: string, error: unknown) => ExplainedError | undefined;
  /** Why names are missing, and what may help. */
  readonly explainGap: (gap: NamesGap) => { readonly words: string; readonly remedies: readonly GapRemedy[] };
  readonly kept: KeptRoles | undefined;
  readonly keep: (kept: KeptRoles) => PromiseLike<void>;
}

/** Tells a page something, where there is one. */
export type TellPage = <Name extends EventName<RolesContract>>(name: Name, value: EventOf<RolesContract, Name>) => void;
