import { armDialect } from '../../resources/dialects.ts';
import type { ResourceGroup } from '../../resources/group.ts';
import { choice, flag, or, properties, required, secret, text, texts, whole } from '../../resources/members.ts';
import { always } from '../../resources/names.ts';
import { inSqlPool } from '../../resources/parents.ts';
import type { SqlPool } from '../../store/model.ts';
import { objectMember } from '../requestBody.ts';

/** Members and their values when nothing is sent: recording azure-cli.sql_pool_threat_policy.json. */
const stored = properties({
  state: required(choice('New', 'Enabled', 'Disabled')),
  disabledAlerts: or(texts, ['']),
  emailAddresses: or(texts, ['']),
  emailAccountAdmins: or(flag, false),
  storageEndpoint: or(text, ''),
  storageAccountAccessKey: secret,
  retentionDays: or(whole, 0),
});

/** One policy whatever it is called; its key comes back empty, and a PUT does not know yet when it was made. */
export const securityAlertPolicies: ResourceGroup<SqlPool> = {
  parent: inSqlPool,
  path: 'securityAlertPolicies',
  parameter: 'securityAlertPolicyName',
  names: always('Default'),
  dialect: armDialect,
  initial: () => [{ name: 'Default', members: stored({ properties: { state: 'Disabled' } }) }],
  shape: ({ place: { owner }, resource }) => {
    const { retentionDays, ...others } = objectMember(resource.members, 'properties') ?? {};
    const { creationDate } = owner.properties;
    return { properties: { ...others, storageAccountAccessKey: '', retentionDays, creationTime: creationDate } };
  },
  list: { id: 'SqlPoolSecurityAlertPolicies_List' },
  get: { id: 'SqlPoolSecurityAlertPolicies_Get' },
  put: {
    id: 'SqlPoolSecurityAlertPolicies_CreateOrUpdate',
    members: stored,
    ends: (change) => {
      const resource = change.carryOut(change.place.context.clock());
      const body = { ...(resource && change.body(resource)) };
      const properties = { ...objectMember(body, 'properties'), creationTime: '0001-01-01T00:00:00Z' };
      return { status: 200, body: { ...body, properties } };
    },
  },
};
