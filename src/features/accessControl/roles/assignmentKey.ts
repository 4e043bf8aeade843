import type { WantedAssignment } from '../model/access.ts';
import { scopeKey } from './scope.ts';

/** The same for assignments that give the same principal the same role at the same scope, of which there can be only one. */
export function assignmentKey({ principalId, roleId, scope }: WantedAssignment): string {
  return [principalId.toLowerCase(), roleId.toLowerCase(), scopeKey(scope)].join(' ');
}
