import { changesBy } from '../announce';
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

/** What a guide changes has no names before it is there. */
const PARTS = ['the model server', 'the endpoint picker'] as const;

/** By the number of the guide. */
export const STEPS: { readonly [guide: number]: Step | undefined } = {
  1: { check: checkService, changes: [] },
  2: { check: checkEntry, changes: [] },
  3: { check: checkByExercise('load-distribution', loadDistribution), changes: [] },
  4: { check: checkByExercise('model-aliasing', modelAliasing), changes: [] },
  5: {
    check: checkByExercise('fault-tolerance', faultTolerance),
    changes: changesBy('fault-tolerance', ...PARTS),
  },
  6: {
    check: checkByExercise('observability', observability),
    changes: changesBy('observability', ...PARTS),
  },
};
