import { ServiceError } from '../../http/serviceError.ts';

/** Resource Manager answers for a resource that it does not know itself, hence the header (recorded for all kinds). */
export function resourceNotFound(type: string, resourceGroupName: string): ServiceError {
  return new ServiceError(
    404,
    'ResourceNotFound',
    `The Resource 'Microsoft.Synapse/${type}' under resource group '${resourceGroupName}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
    gateway,
  );
}

export function resourceGroupNotFound(name: string): ServiceError {
  return new ServiceError(404, 'ResourceGroupNotFound', `Resource group '${name}' could not be found.`, gateway);
}

export function parentNotFound(parent: string): ServiceError {
  return new ServiceError(
    404,
    'ParentResourceNotFound',
    `Can not perform requested operation on nested resource. Parent resource '${parent}' not found.`,
    gateway,
  );
}

const gateway = { headers: { 'x-ms-failure-cause': 'gateway' } };
