import { leastWeights } from '../../../../catalogue/model-weights';
import { modelOf } from '../../../facts/engine-settings';
import type { Rule } from '../../../rule';
import { engines } from '../../../facts/engines';

/** opt-125m, about the smallest model, took 22 s from its start with its weights at hand (vLLM 0.32.0). */
const LEAST_PATIENCE = 60;

/** Bytes per second at which weights arrive with a fast source: a connection of 2 Gbit/s, all of it for one pod. */
const FAST = 250e6;

/** What lies above depends on the storage more than on the model: a striped disk reads 700 GB in this time. */
const MOST_PATIENCE = 600;

export const PROBE_PATIENCE: Rule = {
  code: 'LLMD-PROBE-PATIENCE',
  severity: 'warning',
  title: 'No probe kills a vLLM before it can have loaded its model',
  why:
    `Until the model is loaded nothing answers. A probe that gives up earlier kills the container, which restarts and is never ready. ` +
    `Expected are ${LEAST_PATIENCE} s, and a second more for each 250 MB of weights as the name of the model says it, up to ${MOST_PATIENCE} s.`,
  *check(set) {
    for (const engine of set.view(engines)) {
      const { program, container } = engine;
      if (program !== 'vllm') continue;
      // A startup probe keeps the liveness probe waiting.
      const field = container.container.startupProbe === undefined ? 'livenessProbe' : 'startupProbe';
      const probe = container.container[field];
      const model = modelOf(set, engine);
      const needed = secondsToLoad(model);
      if (probe === undefined || patience(probe) >= needed) continue;
      yield {
        resource: container.pod.resource,
        path: [...container.path, field],
        message: `${field} of container ${container.container.name} kills it after ${patience(probe)} s (${sum(probe)}), and vLLM has to load ${needed > LEAST_PATIENCE ? `${model} first, which takes about ${needed} s or more` : 'its model first'}`,
        remedy: 'add a startupProbe with failureThreshold x periodSeconds of some minutes',
      };
    }
  },
};

function secondsToLoad(model: string | undefined): number {
  const bytes = model === undefined ? 0 : (leastWeights(model) ?? 0);
  return Math.min(MOST_PATIENCE, LEAST_PATIENCE + 10 * Math.floor(bytes / FAST / 10));
}

function patience({ initialDelaySeconds = 0, periodSeconds = 10, failureThreshold = 3 }: any): number {
  return initialDelaySeconds + (failureThreshold - 1) * periodSeconds;
}

function sum({ initialDelaySeconds = 0, periodSeconds = 10, failureThreshold = 3 }: any): string {
  return `${initialDelaySeconds} s, then ${failureThreshold} probes ${periodSeconds} s apart`;
}
