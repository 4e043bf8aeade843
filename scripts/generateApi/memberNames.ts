/**
 * The member that an operation becomes: what follows `_` in its id, without the group's own noun.
 *
 * `SqlPools_ListByWorkspace` → `listByWorkspace`, `RoleAssignments_ListRoleAssignments` → `list`,
 * `RoleAssignments_DeleteRoleAssignmentById` → `delete`, `SqlScript_GetSqlScriptsByWorkspace` → `listByWorkspace`.
 */
export function memberName(operationId: string): string {
  const [prefix = '', verb] = operationId.split('_');
  if (verb === undefined || verb === '') throw new Error(`${operationId} names no member: add it to the group's table`);
  const singular = prefix.endsWith('s') ? prefix.slice(0, -1) : prefix;
  const words = verb.split(singular);
  const [before = '', after] = words;
  // Only a whole word is dropped, and never all of the member.
  if (words.length !== 2 || after === undefined || before === '' || !/^s?(?:$|[A-Z])/.test(after))
    return camelCase(verb);
  const plural = after.startsWith('s');
  const rest = (plural ? after.slice(1) : after).replace(/^ById$/, '');
  return camelCase((plural && before === 'Get' ? 'List' : before) + rest);
}

/** `SQLPools` stays recognisable as `sqlPools`: a run of capitals is one word. */
export function camelCase(name: string): string {
  return name.replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]+$|^[A-Z]/, (start) => start.toLowerCase());
}
