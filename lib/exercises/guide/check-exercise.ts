import type { Exercise } from '../exercise';
import type { ExerciseName } from '../results';
import type { Progress, Splits } from '../options';
import type { GuideCheck } from './guide-check';
import type { KubernetesObject } from './objects';
import { onPool, poolIn } from './on-pool';

/** Makes the check of a guide that runs an exercise on the pool of the guide. */
export function checkByExercise(name: ExerciseName, exercise: Exercise): GuideCheck {
  return async (context) => {
    const pool = poolIn(context.objects);
    context.onCommand(context.commands.exercise(name, pool.name, pool.namespace));
    const onProgress = (progress: Progress) => context.onProgress(name, progress);
    const result = await onPool(context, pool, (session) =>
      exercise(session, { onProgress, splits: splitsIn(context.objects) }),
    );
    return { checks: result.checks, exercise: result };
  };
}

/** The weights of the aliases in the folder of the guide. The cluster may have other rewrites. */
function splitsIn(objects: readonly KubernetesObject[]): Splits {
  const rules: any[] = objects.flatMap(({ kind, spec }: any) => (kind === 'InferenceModelRewrite' ? spec.rules : []));
  const splits = rules.flatMap(({ matches = [], targets }) => {
    const weights = targets.map(({ modelRewrite, weight = 1 }: any) => [modelRewrite, weight]);
    return matches.map(({ model }: any) => [model.value, Object.fromEntries(weights)]);
  });
  return Object.fromEntries(splits);
}
