import type { Plane } from './operation.ts';

/** One of a cloud's endpoints together with the audience that its tokens carry. */
export interface CloudService {
  /** Base URL without a trailing slash; for the workspace plane a template with `{workspace}`. */
  readonly endpoint: string;
  /** Audience without a trailing slash: the workspace endpoint refuses one with it (azure-rest-api-specs#10500). */
  readonly audience: string;
}

/**
 * A cloud: where its services are and which audience each wants. The public cloud, the sovereign ones, a custom one
 * and the built-in sample are all values of this type, and nothing else tells them apart.
 */
export interface Cloud {
  /** Shown to people; also what a remembered choice is stored by. */
  readonly name: string;
  /** Microsoft Entra's authority, without a trailing slash. */
  readonly login: string;
  readonly resourceManager: CloudService;
  readonly workspace: CloudService;
  /** Absent where a cloud has no Microsoft Graph. */
  readonly graph?: CloudService;
  /** Web pages to open in a browser; absent where a cloud has none (the sample). */
  readonly portal?: string;
  readonly studio?: string;
}

/** Microsoft Graph was to be asked in a cloud that has none. */
export class NoGraphError extends Error {
  override readonly name = 'NoGraphError';
}

/** @throws NoGraphError */
export function serviceOf(cloud: Cloud, plane: Plane): CloudService {
  const service = cloud[plane];
  if (!service) throw new NoGraphError(`The cloud ${cloud.name} has no Microsoft Graph.`);
  return service;
}
