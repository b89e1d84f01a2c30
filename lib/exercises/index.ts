import type { Exercise } from './exercise';
import { faultTolerance } from './fault-tolerance';
import { loadDistribution } from './load-distribution';
import { modelAliasing } from './model-aliasing';
import { observability } from './observability';
import type { ExerciseName } from './results';

export { changesOf } from './announce';
export { closing } from './changes';
export { Cluster } from './cluster/cluster';
export type { Exercise } from './exercise';
export { faultTolerance } from './fault-tolerance';
export { loadDistribution } from './load-distribution';
export { modelAliasing } from './model-aliasing';
export { observability } from './observability';
export * from './guide';
export type { ExerciseOptions, Progress, Splits } from './options';
export { renderReport } from './report';
export * from './results';
export { Session, type SessionOptions, withSession } from './session';
export { findTarget, type Target, type TargetOptions } from './target/target';

/** What an exercise is called, and what does it. */
export const BY_NAME: { readonly [name in ExerciseName]: Exercise } = {
  'load-distribution': loadDistribution,
  'model-aliasing': modelAliasing,
  'fault-tolerance': faultTolerance,
  observability,
};
