import type { RequestSchema } from '../../src/api/requestSchema.ts';

/** The groups that are declared by hand, because the specifications folder lacks their files: name → file below src/api. */
export const handWrittenGroups: Readonly<Record<string, string>> = {
  Resources: 'arm/resources.ts',
  ResourceGroups: 'arm/resourceGroups.ts',
  Providers: 'arm/providers.ts',
  SparkConfigurations: 'synapse/sparkConfigurations.ts',
  DirectoryObjects: 'microsoftGraph/directory.ts',
  Users: 'microsoftGraph/directory.ts',
  Groups: 'microsoftGraph/directory.ts',
  ServicePrincipals: 'microsoftGraph/directory.ts',
};

const text = { type: 'string' } as const;

/** A list of Microsoft Graph: OData options, and the header that `$search` needs. */
const directoryList: RequestSchema = {
  query: { $search: text, $filter: text, $select: text, $top: { type: 'integer' } },
  headers: { ConsistencyLevel: { ...text, enum: ['eventual'] } },
};

/** What their requests may hold, as their declarations say in types. */
export const handWrittenRequests: Readonly<Record<string, RequestSchema>> = {
  'Resources.list': { query: { $filter: text, $expand: text, $top: { type: 'integer' } } },
  'Resources.listByResourceGroup': { query: { $filter: text, $expand: text, $top: { type: 'integer' } } },
  'Resources.getById': { query: { 'api-version': text }, required: ['api-version'] },
  'ResourceGroups.list': { query: { $filter: text, $top: { type: 'integer' } } },
  'Providers.list': { query: { $expand: text } },
  'Providers.get': { query: { $expand: text } },
  'SparkConfigurations.get': { headers: { 'If-None-Match': text } },
  'SparkConfigurations.createOrUpdate': {
    headers: { 'If-Match': text },
    required: ['body'],
    body: {
      type: 'object',
      required: ['properties'],
      properties: {
        id: { ...text, readOnly: true },
        name: { ...text, readOnly: true },
        type: { ...text, readOnly: true },
        etag: { ...text, readOnly: true },
        properties: {
          type: 'object',
          required: ['configs'],
          properties: {
            description: text,
            configs: { type: 'object', additionalProperties: text },
            annotations: { type: 'array', items: text },
            notes: text,
          },
          additionalProperties: true,
        },
      },
    },
  },
  'Users.list': directoryList,
  'Groups.list': directoryList,
  'ServicePrincipals.list': directoryList,
  'DirectoryObjects.getByIds': {
    required: ['body'],
    body: {
      type: 'object',
      required: ['ids'],
      properties: { ids: { type: 'array', items: text }, types: { type: 'array', items: text } },
    },
  },
  'DirectoryObjects.getMemberGroups': {
    required: ['body'],
    body: {
      type: 'object',
      required: ['securityEnabledOnly'],
      properties: { securityEnabledOnly: { type: 'boolean' } },
    },
  },
  'SparkConfigurations.rename': { body: { type: 'object', properties: { newName: text } }, required: ['body'] },
};
