import { ServiceError } from '../../http/serviceError.ts';
import { artifactDialect, type Dialect } from '../../resources/dialects.ts';

/** What the service calls an artifact in records and refusals: `SparkJobDefinition`. */
export type ArtifactRecord = string;

/**
 * Pipelines and all that came from Azure Data Factory: a 404 is flat and has a code of its own (recordings
 * azure-cli.{pipeline,linked_service,spark_job_definition}.json).
 */
export function factoryDialect(record: ArtifactRecord): Dialect {
  const dialect: Dialect = {
    ...artifactDialect,
    notFound: ({ place: { workspace }, name }) => {
      const { subscriptionId, resourceGroupName, name: workspaceName } = workspace;
      const place = `(subscription=${subscriptionId} resourceGroup=${resourceGroupName} workspace=${workspaceName})`;
      const text = `The ${record} ${name} was not found in ${place}`;
      return new ServiceError(404, `${record}NotFound`, text, { flat: true });
    },
  };
  return { ...dialect, unknown: (spoken) => inEnvelope(dialect.notFound(spoken)) };
}

/** Where nobody recorded a 404: in the shape of the specification, with a code of the same make. */
export function specifiedDialect(record: ArtifactRecord): Dialect {
  const factory = factoryDialect(record);
  return { ...artifactDialect, notFound: (spoken) => inEnvelope(factory.notFound(spoken)) };
}

/** The same refusal as the specification would have it: what a change or an action is answered. */
export function inEnvelope({ status, code, message }: ServiceError): ServiceError {
  return new ServiceError(status, code, message);
}

const failed = (status: number, message: string, error: string): ServiceError =>
  new ServiceError(status, String(status), message, {
    body: { code: status, message, result: null, target: null, details: null, error },
  });

/** Notebooks: a number for a code, a text for an error, and the inner answer within the message (azure-cli.notebook.json). */
export const notebookDialect: Dialect = {
  ...artifactDialect,
  notFound: ({ place: { workspace }, id, name }) => {
    const inner = JSON.stringify(artifactDialect.notFound({ place: { workspace }, id, name } as never).toReply().body);
    return failed(
      404,
      `GetNotebook failed [statusCode from ADF: NotFound, ErrorMessage: ${inner}, workspace: ${workspace.name}, notebook: ${name}]`,
      'Failed Component = DataFactoryResourceProvider, ErrorCode = 404, Error = NotFound ',
    );
  },
  refused: (status, code, message) =>
    failed(
      status,
      message,
      `Failed Component = DataFactoryResourceProvider, ErrorCode = ${String(status)}, Error = ${code} `,
    ),
};

const noLibrary: Dialect['notFound'] = ({ place: { workspace }, name }) => {
  const text = `The library ${name} does not exist in workspace ${workspace.name}`;
  return new ServiceError(404, 'LibraryDoesNotExistInWorkspace', text, { flat: true });
};

/**
 * Libraries: flat, with a code that only they have (table of operations). Their specification has no 204 for a deletion of
 * nothing.
 */
export const libraryDialect: Dialect = {
  ...artifactDialect,
  notFound: noLibrary,
  unknown: (spoken) => inEnvelope(noLibrary(spoken)),
  deletesMissing: 'not-found',
};
