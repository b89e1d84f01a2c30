import type { Exercise } from './exercise';
import { faultTolerance } from './fault-tolerance';
import { loadDistribution } from './load-distribution';
import { modelAliasing } from './model-aliasing';
import { observability } from './observability';
import type { ExerciseName } from './results';

export { Cluster } from './cluster/cluster';
export type { Exercise } from './exercise';
export { faultTolerance } from './fault-tolerance';
export * from './guide';
export { loadDistribution } from './load-distribution';
export { modelAliasing } from './model-aliasing';
export { observability } from './observability';
export type { ExerciseOptions, Progress, Splits } from './options';
export { plannedChanges } from './planned-changes';
export { renderReport } from './report';
export * from './results';
export type { Right } from './rights';
export { type Session, type SessionOptions, withSession, withSessionOn } from './session';
export { findTarget, type Target, type TargetOptions } from './target/target';

/** All exercises by their names. */
export const EXERCISES: { readonly [name in ExerciseName]: Exercise } = {
  'load-distribution': loadDistribution,
  'model-aliasing': modelAliasing,
  'fault-tolerance': faultTolerance,
  observability,
};
