import type { ResourceGroup } from '../../resources/group.ts';
import { auditingPolicies } from './auditingPolicies.ts';
import { baselines } from './baselines.ts';
import { connectionPolicies } from './connectionPolicies.ts';
import { encryption } from './encryption.ts';
import { geoBackupPolicies } from './geoBackupPolicies.ts';
import { labelLists } from './labelLists.ts';
import { metadataSync } from './metadataSync.ts';
import { poolOperations } from './poolOperations.ts';
import { replicationLinks } from './replicationLinks.ts';
import { restorePoints } from './restorePoints.ts';
import { securityAlertPolicies } from './securityAlertPolicies.ts';
import { sensitivityLabels } from './sensitivityLabels.ts';
import { columns, schemas, tables } from './tables.ts';
import { usages } from './usages.ts';
import { userActivities } from './userActivities.ts';
import { vulnerabilityAssessments } from './vulnerabilityAssessments.ts';
import { vulnerabilityScans } from './vulnerabilityScans.ts';
import { workloadClassifiers } from './workloadClassifiers.ts';
import { workloadGroups } from './workloadGroups.ts';

/** What hangs on a SQL pool in Resource Manager. */
export const sqlPoolGroups: readonly ResourceGroup[] = [
  auditingPolicies,
  connectionPolicies,
  encryption,
  geoBackupPolicies,
  metadataSync,
  poolOperations,
  replicationLinks,
  restorePoints,
  schemas,
  tables,
  columns,
  sensitivityLabels,
  labelLists,
  securityAlertPolicies,
  usages,
  userActivities,
  vulnerabilityAssessments,
  vulnerabilityScans,
  baselines,
  workloadGroups,
  workloadClassifiers,
];
