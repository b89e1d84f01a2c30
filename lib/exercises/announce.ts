import type { ExerciseName } from './results';
import { REPLICAS, STEPS } from './replicas';
import type { Target } from './target/target';

/** What exercises do to a cluster beside sending requests, for those who must agree to it. */
export function changesOf(names: readonly ExerciseName[], { pool, picker, workload }: Target): readonly string[] {
  const { namespace } = pool;
  const modelServer = `${workload.kind} ${namespace}/${workload.name}`;
  const guarded = ['make a ServiceAccount that may read the metrics of the endpoint picker, and remove it at the end'];
  return [
    ...names.flatMap((name) =>
      changesBy(name, modelServer, `the endpoint picker ${namespace}/${picker.service.metadata.name}`),
    ),
    ...(picker.metrics.isGuarded ? guarded : []),
  ];
}

/** The same for one exercise, and things that may not be there yet. */
export function changesBy(name: ExerciseName, modelServer: string, picker: string): readonly string[] {
  const changes: { readonly [name in ExerciseName]: readonly string[] } = {
    'load-distribution': [`scale ${modelServer} to ${REPLICAS} where fewer than 2 pods are ready, and back`],
    'model-aliasing': [],
    'fault-tolerance': [
      `scale ${modelServer} to ${REPLICAS}, 1 and 0, and back`,
      'delete its pods, and restart it',
      `delete the pods of ${picker}`,
    ],
    observability: [`scale ${modelServer} to ${STEPS.join(', ')}, and back`],
  };
  return changes[name];
}
