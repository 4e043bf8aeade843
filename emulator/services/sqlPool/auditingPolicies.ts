import { armDialect } from '../../resources/dialects.ts';
import { atOnce } from '../../resources/endings.ts';
import type { ResourceGroup } from '../../resources/group.ts';
import { choice, flag, or, properties, required, secret, text, texts, whole } from '../../resources/members.ts';
import { always } from '../../resources/names.ts';
import { inSqlPool } from '../../resources/parents.ts';
import type { SqlPool } from '../../store/model.ts';
import { objectMember } from '../requestBody.ts';

const noSubscription = '00000000-0000-0000-0000-000000000000';

/** What is audited where nobody chose (recorded, and in the specification's description). */
const usual = [
  'SUCCESSFUL_DATABASE_AUTHENTICATION_GROUP',
  'FAILED_DATABASE_AUTHENTICATION_GROUP',
  'BATCH_COMPLETED_GROUP',
];

const stored = properties({
  retentionDays: or(whole, 0),
  auditActionsAndGroups: or(texts, usual),
  isStorageSecondaryKeyInUse: or(flag, false),
  isAzureMonitorTargetEnabled: or(flag, false),
  state: required(choice('Enabled', 'Disabled')),
  storageEndpoint: or(text, ''),
  storageAccountAccessKey: secret,
  storageAccountSubscriptionId: or(text, noSubscription),
});

/** Auditing to a storage account: 201 on enabling, 200 on disabling (recording azure-cli.sql_pool_audit_policy.json). */
export const auditingPolicies: ResourceGroup<SqlPool> = {
  parent: inSqlPool,
  path: 'auditingSettings',
  parameter: 'blobAuditingPolicyName',
  names: always('Default'),
  dialect: armDialect,
  initial: () => [{ name: 'Default', members: stored({ properties: { state: 'Disabled' } }) }],
  list: { id: 'SqlPoolBlobAuditingPolicies_ListBySqlPool' },
  get: { id: 'SqlPoolBlobAuditingPolicies_Get' },
  put: {
    id: 'SqlPoolBlobAuditingPolicies_CreateOrUpdate',
    members: stored,
    ends: (change) => {
      const state = objectMember(change.wanted?.members ?? {}, 'properties')?.['state'];
      return atOnce({ changed: state === 'Enabled' ? 201 : 200 })(change);
    },
  },
};
