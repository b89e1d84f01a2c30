import type { IConstruct } from 'constructs';
import type { DeploymentSpec } from '../../imports/k8s';
import { refuse } from '../errors';
import { show } from '../text/wording';
import type { Rollout } from './rollout';

/** The update strategy of a Deployment; empty where none is wanted. */
export function rollingUpdate(where: IConstruct, rollout: Rollout | undefined): Pick<DeploymentSpec, 'strategy'> {
  if (rollout === undefined) return {};
  const { maxSurge, maxUnavailable } = rollout;
  const isCount = (value: number | undefined) => value === undefined || (Number.isInteger(value) && value >= 0);
  if (!isCount(maxSurge) || !isCount(maxUnavailable) || (maxSurge === 0 && maxUnavailable === 0)) {
    refuse(where, {
      code: 'LLMD-ROLLOUT',
      got: `the rollout ${show(rollout)}`,
      expected: 'whole numbers of pods, 0 or more, and not both of them 0',
      remedy: 'with maxSurge 0, pass 1 for maxUnavailable: an old pod ends before a new one starts',
    });
  }
  const rollingUpdate = {
    ...(maxSurge !== undefined && { maxSurge }),
    ...(maxUnavailable !== undefined && { maxUnavailable }),
  };
  return { strategy: { type: 'RollingUpdate', ...(Object.keys(rollingUpdate).length > 0 && { rollingUpdate }) } };
}
