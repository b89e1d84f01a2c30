import { changesOf } from '../planned-changes';
import { faultTolerance } from '../fault-tolerance';
import { loadDistribution } from '../load-distribution';
import { modelAliasing } from '../model-aliasing';
import { observability } from '../observability';
import { checkEntry } from './check-entry';
import { checkService } from './check-service';
import type { GuideCheck } from './guide-check';
import { checkByExercise } from './check-exercise';

/** What a guide does when all of its objects are ready. */
export interface GuideStep {
  readonly check: GuideCheck;
  /** What the check does to the cluster beside sending requests, as continuations of "this will …". */
  readonly changes: readonly string[];
}

/** Descriptions in place of names, which are not known before the guide is applied. */
const PARTS = ['the model server', 'the endpoint picker'] as const;

/** The steps by the number of the guide. */
export const GUIDE_STEPS: { readonly [guide: number]: GuideStep | undefined } = {
  1: { check: checkService, changes: [] },
  2: { check: checkEntry, changes: [] },
  3: { check: checkByExercise('load-distribution', loadDistribution), changes: [] },
  4: { check: checkByExercise('model-aliasing', modelAliasing), changes: [] },
  5: {
    check: checkByExercise('fault-tolerance', faultTolerance),
    changes: changesOf('fault-tolerance', ...PARTS),
  },
  6: {
    check: checkByExercise('observability', observability),
    changes: changesOf('observability', ...PARTS),
  },
};
