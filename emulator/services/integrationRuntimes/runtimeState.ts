import { ServiceError } from '../../http/serviceError.ts';
import type { Resource } from '../../store/resources.ts';
import type { Context } from '../context.ts';
import { objectMember } from '../requestBody.ts';

/** What a runtime is doing that is started and stopped. */
export type RuntimeState = 'Initial' | 'Starting' | 'Started' | 'Stopping' | 'Stopped';

export function stateOf({ store }: Pick<Context, 'store'>, runtime: Resource): RuntimeState {
  const [kept] = store.resources.of(runtime, 'state');
  return (kept?.members['state'] as RuntimeState | undefined) ?? 'Initial';
}

export function setState(
  { store, clock }: Pick<Context, 'store' | 'clock'>,
  runtime: Resource,
  state: RuntimeState,
): void {
  store.resources.of(runtime, 'state').put('state', { state }, clock());
}

export function kindOf({ members }: Resource): 'Managed' | 'SelfHosted' {
  return objectMember(members, 'properties')?.['type'] === 'SelfHosted' ? 'SelfHosted' : 'Managed';
}

/** Part of `properties.typeProperties`. */
export function typePart({ members }: Resource, name: string): Readonly<Record<string, unknown>> | undefined {
  const typeProperties = objectMember(objectMember(members, 'properties') ?? {}, 'typeProperties');
  return typeProperties && objectMember(typeProperties, name);
}

/** Whether it is started and stopped: those with nodes of their own for SSIS. The others are there when they are needed. */
export function hasPower(runtime: Resource): boolean {
  return kindOf(runtime) === 'Managed' && typePart(runtime, 'ssisProperties') !== undefined;
}

/** Refusals are not recorded: in the shape of the specification. */
export function refuse(status: number, code: string, message: string): ServiceError {
  return new ServiceError(status, code, message);
}

/** @throws ServiceError 400 */
export function requireSelfHosted(runtime: Resource, options: { readonly flat?: boolean } = {}): void {
  if (kindOf(runtime) === 'SelfHosted') return;
  throw new ServiceError(400, 'BadRequest', `The integration runtime '${runtime.name}' is not self-hosted.`, options);
}

/** @throws ServiceError 400 */
export function requirePower(runtime: Resource): void {
  if (hasPower(runtime)) return;
  throw refuse(400, 'BadRequest', `The integration runtime '${runtime.name}' has no nodes for SSIS.`);
}
