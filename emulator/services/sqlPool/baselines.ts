import { armDialect } from '../../resources/dialects.ts';
import { atOnce } from '../../resources/endings.ts';
import type { ResourceGroup } from '../../resources/group.ts';
import { list, members, properties, required, texts } from '../../resources/members.ts';
import { oneOf } from '../../resources/names.ts';
import { below } from '../../resources/parents.ts';
import type { Resource } from '../../store/resources.ts';
import { isObject } from '../requestBody.ts';
import { vulnerabilityAssessments } from './vulnerabilityAssessments.ts';

const row = members({ result: required(texts) });

/** What a rule of a scan may find without being a finding: specification `sqlPool.json`, not recorded. */
export const baselines: ResourceGroup<Resource> = {
  parent: below(vulnerabilityAssessments),
  path: 'rules/{ruleId}/baselines',
  parameter: 'baselineName',
  names: oneOf('master', 'default'),
  dialect: armDialect,
  get: { id: 'SqlPoolVulnerabilityAssessmentRuleBaselines_Get' },
  put: {
    id: 'SqlPoolVulnerabilityAssessmentRuleBaselines_CreateOrUpdate',
    members: properties({
      baselineResults: (value, name) => {
        const rows = required(list)(value, name) as readonly unknown[];
        return rows.map((each) => row(isObject(each) ? each : {}));
      },
    }),
    ends: atOnce(),
  },
  remove: { id: 'SqlPoolVulnerabilityAssessmentRuleBaselines_Delete', ends: atOnce() },
};
