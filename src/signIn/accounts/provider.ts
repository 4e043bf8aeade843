import type { Cloud } from '../../azure/cloud.ts';
import { chinaCloud, publicCloud, usGovernmentCloud } from '../../azure/clouds.ts';
import { vsCodeCloud } from '../vsCodeCloud.ts';
import type { ProviderId } from './providerId.ts';

export function providerOf(cloud: Cloud): ProviderId {
  if (cloud === publicCloud) return 'microsoft';
  if (cloud === usGovernmentCloud || cloud === chinaCloud) return 'microsoft-sovereign-cloud';
  // For a custom cloud VS Code has to be set to one itself: only then its other provider knows where to sign in.
  return vsCodeCloud().environment === 'custom' ? 'microsoft-sovereign-cloud' : 'microsoft';
}
