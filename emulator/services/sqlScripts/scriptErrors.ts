import { ServiceError } from '../../http/serviceError.ts';
import type { Workspace } from '../../store/model.ts';
import { scriptId } from './scriptBodies.ts';

/** The shape of the one recorded refusal (404): flat, with the script's id and two members that are null. */
export function scriptError(
  status: number,
  code: string,
  message: string,
  workspace: Workspace,
  name: string,
): ServiceError {
  return new ServiceError(status, code, message, { flat: true, target: scriptId(workspace, name) });
}

export function scriptNotFound(workspace: Workspace, name: string): ServiceError {
  const message = 'The document could not be retrieved because it does not exist.';
  return scriptError(404, 'NotFound', message, workspace, name);
}
