import type { ExerciseName } from './results';
import type { Target } from './target/target';

/** What exercises do to a cluster beside sending requests, for those who must agree to it. */
export function changesOf(names: readonly ExerciseName[], { pool, picker, workload }: Target): readonly string[] {
  const { namespace } = pool;
  const what = `${workload.kind} ${namespace}/${workload.name}`;
  const changes: { readonly [name in ExerciseName]: readonly string[] } = {
    'load-distribution': [`scale ${what} to 3 where fewer than 2 pods are ready, and back`],
    'model-aliasing': [],
    'fault-tolerance': [
      `scale ${what} to 3, 1 and 0, and back`,
      'delete its pods, and restart it',
      `delete the pods of the endpoint picker ${namespace}/${picker.service.metadata.name}`,
    ],
    observability: [`scale ${what} to 1, 3 and 1, and back`],
  };
  const guarded = ['make a ServiceAccount that may read the metrics of the endpoint picker, and remove it at the end'];
  return [...names.flatMap((name) => changes[name]), ...(picker.metrics.isGuarded ? guarded : [])];
}
