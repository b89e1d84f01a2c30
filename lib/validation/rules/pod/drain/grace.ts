import type { Rule } from '../../../rule';
import { drainOf } from '../../../facts/drain';
import { engines } from '../../../facts/engines';

export const DRAIN_GRACE: Rule = {
  code: 'LLMD-DRAIN-GRACE',
  severity: 'error',
  title: 'The grace period of a model server covers its preStop hook and its engine’s shutdown timeout',
  why: 'Kubernetes counts from the deletion on, hook included, and kills what still runs at the end: the requests that the drain was for fail.',
  *check(set) {
    for (const engine of set.view(engines)) {
      const { preStopSeconds, engineSeconds = 0, graceSeconds } = drainOf(set, engine);
      const needed = preStopSeconds + engineSeconds;
      if (graceSeconds >= needed) continue;
      const { pod, container } = engine.container;
      yield {
        resource: pod.resource,
        path: [...pod.path, 'spec', 'terminationGracePeriodSeconds'],
        message: `container ${container.name} takes ${preStopSeconds} s for preStop and up to ${engineSeconds} s for --shutdown-timeout, and is killed after ${graceSeconds} s`,
        remedy: `set terminationGracePeriodSeconds to ${needed + 20}, or shorten the drain`,
      };
    }
  },
};
