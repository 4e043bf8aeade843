import { operation } from '../../azure/operation.ts';

/** A set of Spark settings that pools and jobs refer to by name. */
export interface SparkConfigurationResource {
  readonly id?: string;
  readonly name?: string;
  readonly type?: string;
  readonly etag?: string;
  readonly properties: SparkConfiguration;
}

export interface SparkConfiguration {
  /** Spark's settings by name (`spark.executor.memory`). */
  readonly configs: Readonly<Record<string, string>>;
  readonly description?: string;
  readonly annotations?: readonly string[];
  readonly notes?: string;
  readonly [other: string]: unknown;
}

/**
 * Spark configurations of a workspace. By hand, with no more types than the table of operations vouches for: the
 * specifications folder has no file of 2021-06-01-preview. How the long-running ones end was never recorded; they are
 * taken to do as other artifacts do (see `longRunningEnds.ts`).
 */
export const SparkConfigurations = {
  list: operation<{ item: SparkConfigurationResource }>()({
    id: 'SparkConfiguration_GetSparkConfigurationsByWorkspace',
    plane: 'workspace',
    method: 'GET',
    path: '/sparkconfigurations',
    apiVersion: '2021-06-01-preview',
    pages: { by: 'nextLink', items: 'value', property: 'nextLink' },
  }),
  createOrUpdate: operation<{
    result: SparkConfigurationResource;
    body: SparkConfigurationResource;
    headers: { readonly 'If-Match'?: string };
  }>()({
    id: 'SparkConfiguration_CreateOrUpdateSparkConfiguration',
    plane: 'workspace',
    method: 'PUT',
    path: '/sparkconfigurations/{sparkConfigurationName}',
    apiVersion: '2021-06-01-preview',
    longRunning: { then: 'location' },
  }),
  get: operation<{ result: SparkConfigurationResource; headers: { readonly 'If-None-Match'?: string } }>()({
    id: 'SparkConfiguration_GetSparkConfiguration',
    plane: 'workspace',
    method: 'GET',
    path: '/sparkconfigurations/{sparkConfigurationName}',
    apiVersion: '2021-06-01-preview',
  }),
  delete: operation<{ result: undefined }>()({
    id: 'SparkConfiguration_DeleteSparkConfiguration',
    plane: 'workspace',
    method: 'DELETE',
    path: '/sparkconfigurations/{sparkConfigurationName}',
    apiVersion: '2021-06-01-preview',
    longRunning: { then: 'nothing' },
  }),
  rename: operation<{ result: undefined; body: { readonly newName?: string } }>()({
    id: 'SparkConfiguration_RenameSparkConfiguration',
    plane: 'workspace',
    method: 'POST',
    path: '/sparkconfigurations/{sparkConfigurationName}/rename',
    apiVersion: '2021-06-01-preview',
    longRunning: { then: 'nothing' },
  }),
} as const;
