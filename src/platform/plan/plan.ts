/**
 * What would have to be done to make what is there look like what is wanted. A plan is made before anything is sent, is
 * shown to people, and is data: it knows neither VS Code nor the service.
 */

export const planActions = ['create', 'change', 'remove', 'unchanged', 'refused'] as const;
export type PlanAction = (typeof planActions)[number];

export interface PlanRow<Wanted, Present> {
  /** Unique in the plan, and the same when the plan is made again. */
  readonly key: string;
  readonly action: PlanAction;
  /** What is wanted; absent in a removal. */
  readonly wanted?: Wanted;
  /** What is there now; absent where something is made anew. */
  readonly present?: Present;
  /** In words for people: what changes, or why it is refused. */
  readonly reasons: readonly string[];
}

export interface PlanRules<Wanted, Present> {
  readonly keyOf: { readonly wanted: (item: Wanted) => string; readonly present: (item: Present) => string };
  /** What differs, in words; nothing where the two are the same. Called for items with the same key. */
  readonly differences: (wanted: Wanted, present: Present) => readonly string[];
  /** Why an item cannot be made or changed, in words; undefined where nothing is in the way. */
  readonly refusal: (wanted: Wanted, present: Present | undefined) => string | undefined;
  /** Why an item is refused that has the same key as others. */
  readonly duplicate: (wanted: Wanted, others: readonly Wanted[]) => string;
}

/**
 * Makes the plan: a row for everything that is wanted, in its order, then a removal for everything that is only there.
 * Of several items with one key none is done: the plan does not choose.
 */
export function makePlan<Wanted, Present>(
  wanted: readonly Wanted[],
  present: readonly Present[],
  rules: PlanRules<Wanted, Present>,
): PlanRow<Wanted, Present>[] {
  const { keyOf } = rules;
  const there = new Map(present.map((item) => [keyOf.present(item), item]));
  const byKey = Map.groupBy(wanted, keyOf.wanted);
  const rows = [...byKey].flatMap(([key, items]) => {
    const found = there.get(key);
    const [first] = items;
    if (items.length === 1 && first !== undefined) return [rowOf(key, first, found, rules)];
    return items.map((item, index): PlanRow<Wanted, Present> => {
      const others = items.filter((other) => other !== item);
      return {
        ...refused(item, found, rules.duplicate(item, others)),
        key: index === 0 ? key : `${key}\u0000${String(index)}`,
      };
    });
  });
  const removals = [...there]
    .filter(([key]) => !byKey.has(key))
    .map(([key, item]): PlanRow<Wanted, Present> => ({ key, action: 'remove', present: item, reasons: [] }));
  return [...rows, ...removals];
}

function rowOf<Wanted, Present>(
  key: string,
  wanted: Wanted,
  present: Present | undefined,
  rules: PlanRules<Wanted, Present>,
): PlanRow<Wanted, Present> {
  const refusal = rules.refusal(wanted, present);
  if (refusal !== undefined) return { ...refused(wanted, present, refusal), key };
  if (present === undefined) return { key, action: 'create', wanted, reasons: [] };
  const reasons = rules.differences(wanted, present);
  return { key, action: reasons.length === 0 ? 'unchanged' : 'change', wanted, present, reasons };
}

function refused<Wanted, Present>(
  wanted: Wanted,
  present: Present | undefined,
  reason: string,
): Omit<PlanRow<Wanted, Present>, 'key'> {
  return { action: 'refused', wanted, ...(present !== undefined && { present }), reasons: [reason] };
}

/** Whether applying the plan would send anything for this row. */
export function isChange({ action }: Pick<PlanRow<unknown, unknown>, 'action'>): boolean {
  return action === 'create' || action === 'change' || action === 'remove';
}
