import type { Rule } from '../../../rule';
import { engines } from '../../../facts/engines';

/** opt-125m, about the smallest model, took 22 s from its start with its weights at hand (vLLM 0.32.0). */
const LEAST_PATIENCE = 60;

export const PROBE_PATIENCE: Rule = {
  code: 'LLMD-PROBE-PATIENCE',
  severity: 'warning',
  title: `No probe kills a vLLM in its first ${LEAST_PATIENCE} s`,
  why: 'Until the model is loaded nothing answers. A probe that gives up earlier kills the container, which restarts and is never ready.',
  *check(set) {
    for (const { program, container } of set.view(engines)) {
      if (program !== 'vllm') continue;
      // A startup probe keeps the liveness probe waiting.
      const field = container.container.startupProbe === undefined ? 'livenessProbe' : 'startupProbe';
      const probe = container.container[field];
      if (probe === undefined || patience(probe) >= LEAST_PATIENCE) continue;
      yield {
        resource: container.pod.resource,
        path: [...container.path, field],
        message: `${field} of container ${container.container.name} kills it after ${patience(probe)} s (${sum(probe)}), and vLLM has to load its model first`,
        remedy: 'add a startupProbe with failureThreshold x periodSeconds of some minutes',
      };
    }
  },
};

function patience({ initialDelaySeconds = 0, periodSeconds = 10, failureThreshold = 3 }: any): number {
  return initialDelaySeconds + (failureThreshold - 1) * periodSeconds;
}

function sum({ initialDelaySeconds = 0, periodSeconds = 10, failureThreshold = 3 }: any): string {
  return `${initialDelaySeconds} s, then ${failureThreshold} probes ${periodSeconds} s apart`;
}
