import { faultTolerance } from '../fault-tolerance';
import { loadDistribution } from '../load-distribution';
import { modelAliasing } from '../model-aliasing';
import { observability } from '../observability';
import { checkEntry } from './check-entry';
import { checkService } from './check-service';
import type { Checking } from './checking';
import { checkByExercise } from './check-exercise';

/** What a guide does when all of its objects are ready. */
export interface Step {
  readonly check: Checking;
  /** What that does to the cluster beside sending requests, as part of "this will …". */
  readonly changes: readonly string[];
}

/** By the number of the guide. */
export const STEPS: { readonly [guide: number]: Step | undefined } = {
  1: { check: checkService, changes: [] },
  2: { check: checkEntry, changes: [] },
  3: { check: checkByExercise('load-distribution', loadDistribution), changes: [] },
  4: { check: checkByExercise('model-aliasing', modelAliasing), changes: [] },
  5: {
    check: checkByExercise('fault-tolerance', faultTolerance),
    changes: [
      'scale the model server to 3, to 1, to 0 and back',
      'delete and restart its pods and the endpoint picker',
    ],
  },
  6: {
    check: checkByExercise('observability', observability),
    changes: ['scale the model server to 1, to 3 and back'],
  },
};
