import type { Exercise } from '../exercise';
import type { ExerciseName } from '../results';
import type { Progress, Splits } from '../options';
import type { Checking } from './checking';
import type { KubernetesObject } from './objects';
import { onPool, poolIn } from './on-pool';

/** An exercise is the check. */
export function checkByExercise(name: ExerciseName, exercise: Exercise): Checking {
  return async (context) => {
    const pool = poolIn(context.objects);
    context.tell(context.commands.exercise(name, pool.name, pool.namespace));
    const onProgress = (progress: Progress) => context.onProgress(name, progress);
    const result = await onPool(context, pool, (session) =>
      exercise(session, { onProgress, splits: splitsIn(context.objects) }),
    );
    return { checks: result.checks, exercise: result };
  };
}

/** The weights that the folder means its aliases to have, whatever else the cluster has. */
function splitsIn(objects: readonly KubernetesObject[]): Splits {
  const rules: any[] = objects.flatMap(({ kind, spec }: any) => (kind === 'InferenceModelRewrite' ? spec.rules : []));
  const splits = rules.flatMap(({ matches = [], targets }) => {
    const weights = targets.map(({ modelRewrite, weight = 1 }: any) => [modelRewrite, weight]);
    return matches.map(({ model }: any) => [model.value, Object.fromEntries(weights)]);
  });
  return Object.fromEntries(splits);
}
