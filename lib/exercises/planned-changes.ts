import type { ExerciseName } from './results';
import { REPLICA_STEPS, REPLICAS } from './replicas';
import type { Target } from './target/target';

/** What exercises will do to the cluster of a target beside sending requests, as a list of actions to agree to. */
export function plannedChanges(names: readonly ExerciseName[], { pool, picker, workload }: Target): readonly string[] {
  const { namespace } = pool;
  const modelServer = `${workload.kind} ${namespace}/${workload.name}`;
  const endpointPicker = `the endpoint picker ${namespace}/${picker.service.metadata.name}`;
  return [
    ...names.flatMap((name) => changesOf(name, modelServer, endpointPicker)),
    ...(picker.metrics.requiresToken
      ? ['make a ServiceAccount that may read the metrics of the endpoint picker, and remove it at the end']
      : []),
  ];
}

/** The changes of one exercise. The model server and the endpoint picker may be names or descriptions. */
export function changesOf(name: ExerciseName, modelServer: string, endpointPicker: string): readonly string[] {
  switch (name) {
    case 'load-distribution':
      return [`scale ${modelServer} to ${REPLICAS} where fewer than 2 pods are ready, and back`];
    case 'model-aliasing':
      return [];
    case 'fault-tolerance':
      return [
        `scale ${modelServer} to ${REPLICAS}, 1 and 0, and back`,
        'delete its pods, and restart it',
        `restart ${endpointPicker}, and delete its pods`,
      ];
    case 'observability':
      return [`scale ${modelServer} to ${REPLICA_STEPS.join(', ')}, and back`];
  }
}
