import type { Request } from '../../http/exchange.ts';
import { ServiceError } from '../../http/serviceError.ts';
import { compact, membersOf } from '../../json/jsonMembers.ts';
import { objectBody, objectMember } from '../requestBody.ts';

/**
 * The member `properties` of what is put, as text; the service looks at nothing in it (recorded: a connection string of a
 * server that does not exist). Whatever the body says, the script's name is the path's.
 *
 * @throws ServiceError 400 unless the body is an object with such a member; 413 when it is too large
 */
export function putProperties(request: Request, sizeLimit: number): string {
  const size = Buffer.byteLength(request.text);
  if (size > sizeLimit) {
    const text = `The request has ${size} bytes; ${sizeLimit} are allowed.`;
    throw new ServiceError(413, 'RequestEntityTooLarge', text);
  }
  if (objectMember(objectBody(request), 'properties') === undefined) {
    throw new ServiceError(400, 'BadRequest', "'properties' is required.");
  }
  return compact(membersOf(request.text).get('properties') ?? '{}');
}
