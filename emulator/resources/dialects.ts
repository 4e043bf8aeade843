import { ServiceError } from '../http/serviceError.ts';
import type { Members } from '../store/resources.ts';
import { resourceNotFound } from '../services/resourceManager/notFound.ts';
import { managementPageSize } from '../services/resourceManager/paging.ts';
import type { Place } from './group.ts';

/** What is spoken of: a resource that is there or not. */
export interface Spoken {
  readonly place: Place;
  /** `Microsoft.Synapse/workspaces/sqlPools/restorePoints` */
  readonly type: string;
  readonly name: string;
  readonly id: string;
}

/** How a service tells what went wrong, and what it does where services differ. */
export interface Dialect {
  /** 404 for a read. */
  notFound(spoken: Spoken): ServiceError;
  /** 404 for a change; `notFound` where it is absent. */
  unknown?(spoken: Spoken): ServiceError;
  refused(status: number, code: string, message: string, spoken: Spoken): ServiceError;
  /** Deleting what is not there: 204, or what the switch `delete-missing` says. */
  readonly deletesMissing: 'no-content' | 'by-switch' | 'not-found';
  /** Whether names that differ in case alone are one (always so to read), or what the switch `other-case` says. */
  readonly otherCase: 'same' | 'by-switch';
  /** Whether there are etags, and so conditions. */
  readonly etags: boolean;
  /** Resources on a page. */
  readonly pageSize: number;
  /** The members that every resource of a group has in front. */
  head(spoken: Spoken): Members;
}

/** Azure Resource Manager: its own envelope, its own 404. */
export const armDialect: Dialect = {
  notFound: ({ place: { workspace }, id, type }) => {
    const [, address = type] = /\/providers\/Microsoft\.Synapse\/(.*)$/i.exec(id) ?? [];
    return resourceNotFound(address, workspace.resourceGroupName);
  },
  refused: (status, code, message) => new ServiceError(status, code, message),
  deletesMissing: 'no-content',
  otherCase: 'same',
  etags: false,
  pageSize: managementPageSize,
  head: ({ id, name, type }) => ({ id, name, type }),
};

/**
 * Artifacts of a development endpoint. A 404 as for scripts: flat, with a target and members that are null (recording
 * azure-cli.sqlscript); other refusals are not recorded, hence in the shape of the specification.
 */
export const artifactDialect: Dialect = {
  notFound: ({ id }) => new ServiceError(404, 'NotFound', notThere, { flat: true, target: id }),
  unknown: ({ id }) => new ServiceError(404, 'NotFound', notThere, { target: id }),
  refused: (status, code, message, { id }) => new ServiceError(status, code, message, { target: id }),
  deletesMissing: 'by-switch',
  otherCase: 'by-switch',
  etags: true,
  pageSize: Infinity,
  head: ({ id, name, type }) => ({ id, name, type }),
};

const notThere = 'The document could not be retrieved because it does not exist.';
