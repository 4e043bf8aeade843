import * as z from 'zod/mini';
import { type InputOf, pageContract, type ResultOf } from '../../../platform/pages/pageContract.ts';
import { planActions } from '../../../platform/plan/plan.ts';

/** Who has a role, or is to have one. */
export const person = z.strictObject({
  /** Object id in lower case. */
  id: z.string(),
  /** The service's own word; absent where nobody knows. */
  type: z.exactOptional(z.string()),
  /** Absent where Microsoft Graph does not tell. */
  name: z.exactOptional(z.string()),
  /** Tells people of one name apart: a user principal name, a mail, an application id. */
  detail: z.exactOptional(z.string()),
  /** Identity of an Azure resource. */
  managed: z.exactOptional(z.boolean()),
});
export type Person = z.infer<typeof person>;

/** An assignment as the page's list has it. */
export const assignmentRow = z.strictObject({
  id: z.string(),
  principalId: z.string(),
  principalType: z.exactOptional(z.string()),
  roleId: z.string(),
  scope: z.string(),
  /** The role's name, and the scope in words. */
  role: z.string(),
  where: z.string(),
  /** At an item's page: it is given above the item, and holds there too. */
  inherited: z.boolean(),
});
export type AssignmentRow = z.infer<typeof assignmentRow>;

const wanted = z.strictObject({
  principalId: z.string(),
  principalType: z.exactOptional(z.string()),
  roleId: z.string(),
  scope: z.string(),
});
export type Wanted = z.infer<typeof wanted>;

const removal = z.strictObject({ ...wanted.shape, id: z.string() });

/** What somebody wants to be different. The plan is made from it, as often as needed. */
export const draft = z.strictObject({ add: z.array(wanted), remove: z.array(removal) });
export type Draft = z.infer<typeof draft>;

/** What stands in the form that adds assignments. */
export const addForm = z.strictObject({
  people: z.array(person),
  pasted: z.string(),
  roles: z.array(z.string()),
  scopes: z.array(z.string()),
});
export type AddForm = z.infer<typeof addForm>;

const rowState = z.enum(['planned', 'waiting', 'sending', 'accepted', 'done', 'failed', 'notSent']);

const planRow = z.strictObject({
  ...wanted.shape,
  key: z.string(),
  action: z.enum(planActions),
  role: z.string(),
  where: z.string(),
  reasons: z.array(z.string()),
  state: rowState,
  words: z.exactOptional(z.string()),
});
export type PlanRowView = z.infer<typeof planRow>;

const rowProgress = z.strictObject({ key: z.string(), state: rowState, words: z.exactOptional(z.string()) });
export type RowProgressView = z.infer<typeof rowProgress>;

export const planView = z.strictObject({
  /** What it was made from, without what is done. */
  draft,
  rows: z.array(planRow),
  /** What is lost when it is applied; the id is the same whenever the warning is. */
  warnings: z.array(z.strictObject({ id: z.string(), words: z.string() })),
});
export type PlanView = z.infer<typeof planView>;

/** How applying goes, or went. */
export const runView = z.strictObject({
  /** `preparing`: what is there is read again, and nothing is sent yet. */
  state: z.enum(['idle', 'preparing', 'going', 'stopping', 'ended']),
  /** Said when it has ended, and when it could not be begun. */
  words: z.exactOptional(z.string()),
  /** What others have changed since the plan was shown. */
  meanwhile: z.array(z.string()),
  remedies: z.array(z.string()),
});
export type RunView = z.infer<typeof runView>;

const roleView = z.strictObject({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  scopeKinds: z.array(z.string()),
});
export type RoleView = z.infer<typeof roleView>;

const itemList = z.strictObject({
  /** As the service spells it: `bigDataPools`. */
  kind: z.string(),
  items: z.array(z.strictObject({ scope: z.string(), name: z.string() })),
  /** Why it could not be read; a name may be typed all the same. */
  problem: z.exactOptional(z.string()),
});
export type ItemList = z.infer<typeof itemList>;

/** Why principals have no names, with the ways out. */
export const gapView = z.strictObject({ words: z.string(), remedies: z.array(z.string()) });
export type GapView = z.infer<typeof gapView>;

/** Whom a search has found. */
const found = z.strictObject({
  people: z.array(person),
  /** What to know about it: that it is an application's id, why somebody may be missing. */
  words: z.exactOptional(z.string()),
});
export type FoundView = z.infer<typeof found>;

const lookedUp = z.strictObject({
  reference: z.string(),
  found: z.enum(['one', 'several', 'none', 'unreadable', 'unasked']),
  people: z.array(person),
  /** What to know about it: that it is an application's id, why it cannot be used. */
  words: z.exactOptional(z.string()),
});
export type LookedUpView = z.infer<typeof lookedUp>;

const decision = z.strictObject({
  action: z.string(),
  allowed: z.enum(['yes', 'no', 'unknown']),
  /** The assignment that allows it, in words. */
  by: z.exactOptional(z.string()),
});
export type DecisionView = z.infer<typeof decision>;

const none = z.null();

export const rolesContract = pageContract({
  input: z.strictObject({
    /** Azure resource id. */
    workspace: z.string(),
    name: z.string(),
    tenantId: z.string(),
    accountId: z.exactOptional(z.string()),
    /** Of an item of the workspace (`workspaces/w/bigDataPools/p`), and the item's name; absent for the workspace. */
    item: z.exactOptional(z.strictObject({ scope: z.string(), name: z.string() })),
  }),
  texts: z.record(z.string(), z.string()),
  requests: {
    /** What goes on, and what was left undone; asks the service nothing. */
    start: {
      params: none,
      result: z.strictObject({
        draft: z.exactOptional(draft),
        form: z.exactOptional(addForm),
        plan: z.exactOptional(planView),
        run: runView,
      }),
    },
    /** Reads roles and assignments; the progress is what has arrived. */
    read: {
      params: none,
      result: z.strictObject({
        /** False where the caller may not see assignments: they can be given all the same. */
        listed: z.boolean(),
        roles: z.array(roleView),
        /** What roles allow, with words for it. */
        actions: z.array(z.strictObject({ id: z.string(), words: z.string() })),
        /** The page's own scope: of the item, or of the workspace. */
        scope: z.string(),
        /** Resource group and region, in one line. */
        place: z.string(),
      }),
      progress: z.array(assignmentRow),
    },
    keep: { params: addForm, result: none },
    search: { params: z.string(), result: found },
    lookUp: { params: z.array(z.string()), result: z.array(lookedUp) },
    items: { params: none, result: z.array(itemList) },
    /** Makes the plan, and keeps what it is made from. */
    plan: { params: draft, result: planView },
    apply: {
      params: z.strictObject({ keys: z.array(z.string()), acknowledged: z.array(z.string()) }),
      result: none,
    },
    stop: { params: none, result: none },
    report: { params: none, result: none },
    exportTo: { params: z.enum(['json', 'csv']), result: none },
    /** Asks for a file; null when none was chosen. */
    importFrom: {
      params: z.strictObject({ removeOthers: z.boolean() }),
      result: z.nullable(z.strictObject({ file: z.string(), draft, problems: z.array(z.string()) })),
    },
    check: {
      params: z.strictObject({ principalId: z.string(), actions: z.array(z.string()), scope: z.string() }),
      result: z.strictObject({
        decisions: z.array(decision),
        /** False where nobody can tell the principal's groups: more may be allowed through them. */
        groupsKnown: z.boolean(),
      }),
    },
    remedy: { params: z.string(), result: none },
    open: { params: z.enum(['signIn', 'log']), result: none },
  },
  events: {
    rows: z.array(rowProgress),
    run: runView,
    /** The plan was made anew. */
    plan: planView,
    /** Names that have arrived. */
    people: z.array(person),
    gap: gapView,
    /** Assignments are others now, or the connection is: what was read is to be read anew. */
    changed: z.enum(['assignments', 'connection']),
  },
});
export type RolesContract = typeof rolesContract;
export type InputOfRoles = InputOf<RolesContract>;
export type CheckedView = ResultOf<RolesContract, 'check'>;
export type ReadView = ResultOf<RolesContract, 'read'>;
