import { AzureError } from '../../../azure/azureError.ts';
import { addressRefusal, isPrivateEndpointRefusal } from '../../../platform/errors/addressRefusal.ts';

/**
 * Whether the workspace says that a Synapse role is missing: 403 (one note has 401) with the code `Unauthorized` or
 * words that name Synapse RBAC (azure-docs#100560). A firewall says 403, too, and knows nothing of roles.
 */
export function isRbacRefusal(error: unknown): error is AzureError {
  if (!(error instanceof AzureError) || addressRefusal(error) || isPrivateEndpointRefusal(error)) return false;
  if (/\bSynapse RBAC permission\b/iu.test(error.message)) return error.status === 403 || error.status === 401;
  return error.status === 403 && error.code?.toLowerCase() === 'unauthorized';
}
