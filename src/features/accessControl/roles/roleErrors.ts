import { AzureError } from '../../../azure/azureError.ts';

/**
 * The service has such an assignment already: `RoleAssignmentAlreadyExists` "Role Assignment with roleId … already
 * exists." (azure-cli#25872). With which status is not documented; 409 is expected, and 400 has been seen for others.
 */
export function isAlreadyThere(error: unknown): error is AzureError {
  return (
    error instanceof AzureError &&
    (error.status === 409 || error.status === 400) &&
    (error.code?.toLowerCase() === 'roleassignmentalreadyexists' ||
      /\brole assignment\b.*\balready exists\b/isu.test(error.message))
  );
}

/** What was to be removed is gone; deleting what is not there is 204 or 404, nobody knows which. */
export function isGone(error: unknown): boolean {
  return error instanceof AzureError && error.status === 404 && !/workspace/iu.test(error.code ?? '');
}

/** Whether nobody knows what has become of a request: its answer was lost, or the service failed. */
export function isDoubtful(error: unknown): error is AzureError {
  if (!(error instanceof AzureError)) return false;
  const { reason, status = 0 } = error;
  return reason === 'network' || reason === 'unreadable' || (reason === 'refused' && (status === 408 || status >= 500));
}
