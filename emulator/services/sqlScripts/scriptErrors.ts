import { ServiceError } from '../../http/serviceError.ts';
import type { Workspace } from '../../store/model.ts';
import { scriptId } from './scriptBodies.ts';

/** A refusal that nobody recorded: in the shape of the specification (`CloudError`). */
export function scriptError(
  status: number,
  code: string,
  message: string,
  workspace: Workspace,
  name: string,
): ServiceError {
  return new ServiceError(status, code, message, { target: scriptId(workspace, name) });
}

/** For a change. */
export function scriptNotFound(workspace: Workspace, name: string): ServiceError {
  return scriptError(404, 'NotFound', notThere, workspace, name);
}

/** The refusal of a write while another one is at the script. */
export function busy(workspace: Workspace, name: string): () => ServiceError {
  return () => scriptError(409, 'Conflict', `Another operation on '${name}' is in progress.`, workspace, name);
}

/** For GET, the one refusal that was recorded, which is not as specified: flat, and with members that are null. */
export function unreadableScript(workspace: Workspace, name: string): ServiceError {
  return new ServiceError(404, 'NotFound', notThere, { flat: true, target: scriptId(workspace, name) });
}

const notThere = 'The document could not be retrieved because it does not exist.';
