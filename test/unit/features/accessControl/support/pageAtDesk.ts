import type { Page } from '../../../../../src/azure/restService.ts';
import { PageClient } from '../../../../../src/platform/pages/pageClient.ts';
import { PageServer } from '../../../../../src/platform/pages/pageServer.ts';
import type { Assignment, WorkspaceAccess } from '../../../../../src/features/accessControl/model/access.ts';
import type {
  LookedUp,
  NamesGap,
  Principal,
  PrincipalDirectory,
} from '../../../../../src/features/accessControl/model/principal.ts';
import { RolesModel } from '../../../../../src/features/accessControl/rolesPage/browser/rolesModel.ts';
import { type InputOfRoles, rolesContract } from '../../../../../src/features/accessControl/rolesPage/contract.ts';
import type {
  DeskParts,
  DeskPlace,
  KeptRoles,
} from '../../../../../src/features/accessControl/rolesPage/desk/deskParts.ts';
import type { DeskWords } from '../../../../../src/features/accessControl/rolesPage/desk/deskWords.ts';
import { RolesDesk } from '../../../../../src/features/accessControl/rolesPage/desk/rolesDesk.ts';
import type { Window } from './emulatedAccess.ts';

/** What is said, as tests can tell it apart. */
export const words: DeskWords = {
  where: (scope) => scope,
  refusal: ({ why }) => why,
  warning: ({ what }) => what,
  title: (action, { role }) => `${action} ${role}`,
  ended: ({ done, failed, notSent }) => `${String(done)} done, ${String(failed)} failed, ${String(notSent)} not sent`,
  isSoAlready: () => 'is so already',
  isGone: () => 'is gone',
  changedSince: () => 'changed since',
  newWarnings: () => 'new warnings',
  mustAcknowledge: () => 'must acknowledge',
  meanwhile: (what, { who }) => `${what} ${who}`,
  andMore: (count) => `and ${String(count)} more`,
  byAppId: (name, id) => `${name} is ${id}`,
  notFound: () => 'not found',
  unreadable: () => 'unreadable',
  several: () => 'several',
  unasked: (usable) => (usable ? 'an id, perhaps' : 'unasked'),
  unknownId: () => 'unknown id',
  unsearched: (some) => (some ? 'some are missing' : 'unsearched'),
  importProblem: ({ row, fault }) => `${String(row)} ${fault.why}`,
  nothingRemoved: () => 'nothing removed',
  action: (id) => id,
  by: ({ who, role }) => `${who} is ${role}`,
  cancelled: () => 'cancelled',
};

/** A directory that knows whom a test says, and can be out of reach. */
export class FakeDirectory implements PrincipalDirectory {
  readonly people = new Map<string, Principal>();
  gap: NamesGap | undefined;
  readonly searches: string[] = [];
  readonly #known = new Set<string>();

  add(principal: Principal): void {
    this.people.set(principal.id, principal);
  }

  known(id: string): Principal | undefined {
    return this.#known.has(id) ? this.people.get(id) : undefined;
  }

  async resolve(ids: readonly string[]) {
    // As on a wire: names never come within the same turn.
    await new Promise(setImmediate);
    if (this.gap) return { principals: new Map(), gap: this.gap };
    for (const id of ids) this.#known.add(id);
    const found = ids.map((id) => this.people.get(id)).filter((principal) => principal !== undefined);
    return { principals: new Map(found.map((principal) => [principal.id, principal])) };
  }

  async search(text: string, signal: AbortSignal) {
    this.searches.push(text);
    await new Promise(setImmediate);
    signal.throwIfAborted();
    if (this.gap) return { principals: [], gap: this.gap };
    const found = [...this.people.values()].filter(({ displayName }) => displayName.toLowerCase().includes(text));
    return { principals: found };
  }

  /** By a member's object id. */
  readonly groups = new Map<string, readonly string[]>();

  async groupsOf(id: string) {
    await new Promise(setImmediate);
    return this.gap ? undefined : (this.groups.get(id) ?? []);
  }

  lookUp(references: readonly string[]): Promise<readonly LookedUp[]> {
    return Promise.resolve(
      references.map((reference): LookedUp => {
        if (this.gap) return { reference, found: 'unasked', gap: this.gap };
        const fits = ({ id, appId, userPrincipalName }: Principal): boolean =>
          [id, appId, userPrincipalName].includes(reference);
        const principal = [...this.people.values()].find(fits);
        if (!principal) return { reference, found: 'none' };
        return { reference, found: 'one', principal, by: principal.appId === reference ? 'appId' : 'objectId' };
      }),
    );
  }
}

export interface DeskOptions {
  readonly directory?: FakeDirectory;
  readonly item?: InputOfRoles['item'];
  readonly identityId?: string;
  readonly kept?: KeptRoles;
  /** Takes the place of the workspace's access, as far as a test wants. */
  readonly access?: WorkspaceAccess;
}

/** A desk at a workspace, and whatever pages are opened at it. Pages and desk talk as VS Code lets them. */
export class DeskWithPages {
  readonly desk: RolesDesk;
  readonly directory: FakeDirectory;
  readonly place: DeskPlace;
  readonly kept: KeptRoles[] = [];
  readonly refused: string[] = [];
  readonly input: InputOfRoles;

  constructor({ access }: Window, options: DeskOptions = {}) {
    const { directory = new FakeDirectory(), item, identityId, kept } = options;
    const { workspace } = access.place;
    this.directory = directory;
    this.input = {
      workspace: workspace.id,
      name: workspace.workspaceName,
      tenantId: workspace.tenantId,
      ...(item && { item }),
    };
    this.place = {
      access: options.access ?? access,
      directory,
      askAgain: () => undefined,
      identityId,
      where: 'g · westeurope',
      items: () =>
        Promise.resolve([
          {
            kind: 'bigDataPools',
            items: [{ name: 'small', scope: `workspaces/${workspace.workspaceName}/bigDataPools/small` }],
          },
          { kind: 'credentials', items: [], problem: 'no' },
        ]),
    };
    const explain: DeskParts['explain'] = (_what, error) => ({
      words: error instanceof Error ? error.message : '',
      remedies: [],
    });
    this.desk = new RolesDesk({
      input: this.input,
      place: () => Promise.resolve(this.place),
      words,
      explain,
      explainGap: ({ reason }) => ({ words: reason, remedies: [] }),
      kept,
      keep: (now) => {
        this.kept.push(structuredClone(now));
        return Promise.resolve();
      },
    });
  }

  /** Opens a page, as VS Code does it for the first time, or anew after its tab was hidden. */
  async open(remembered?: RolesModel['remembered']): Promise<OpenedPage> {
    const told: string[] = [];
    const server: PageServer<typeof rolesContract> = new PageServer<typeof rolesContract>({
      contract: rolesContract,
      handlers: {
        ...this.desk.handlers,
        report: () => null,
        exportTo: () => null,
        importFrom: () => null,
        open: () => null,
      },
      send: (message) => {
        queueMicrotask(() => {
          client.receive(structuredClone(message));
        });
      },
      welcome: () => ({ input: this.input, texts: {} }),
      describe: (_request, error) =>
        error instanceof Error && error.name === 'AbortError' ? undefined : error instanceof Error ? error.message : '',
      onRefused: (why) => this.refused.push(why),
    });
    const client = new PageClient(rolesContract, (message) => {
      queueMicrotask(() => void server.receive(structuredClone(message)));
    });
    let changed = Promise.withResolvers<void>();
    const model = new RolesModel({
      client,
      remembered,
      words: { type: (type = 'unknown') => type, inherited: (where) => `${where} inherited` },
      onChange: () => {
        const { resolve } = changed;
        changed = Promise.withResolvers<void>();
        resolve();
      },
    });
    this.desk.tell = (name, value) => {
      told.push(name);
      server.emit(name, value);
    };
    await client.begin({
      rows: (rows) => {
        model.plan.progressed(rows);
      },
      run: (run) => {
        model.plan.setRun(run);
      },
      plan: (plan) => {
        model.plan.setPlan(plan);
      },
      people: (people) => {
        model.addPeople(people);
      },
      gap: (gap) => {
        model.setGap(gap);
      },
      changed: (what) => void model.changed(what),
    });
    await model.start(this.input);
    const until = async (isSo: () => boolean): Promise<void> => {
      while (!isSo()) await changed.promise;
    };
    return { model, server, told, until };
  }
}

export interface OpenedPage {
  readonly model: RolesModel;
  readonly server: PageServer<typeof rolesContract>;
  /** Names of the events that it was told. */
  readonly told: readonly string[];
  /** Waits until something is so, looking whenever the page is drawn. */
  readonly until: (isSo: () => boolean) => Promise<void>;
}

/** Access that lists nothing for a caller without a role. */
export function pagesOf(...pages: readonly (readonly Assignment[])[]): AsyncIterable<Page<Assignment>> {
  return (async function* () {
    for (const [index, items] of pages.entries()) {
      await new Promise(setImmediate);
      yield { items, more: index < pages.length - 1 };
    }
  })();
}
