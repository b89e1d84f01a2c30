import { DEFAULT_VLLM } from '../../../../catalogue/engines/vllm';
import type { Rule } from '../../../rule';
import { drainOf } from '../../../facts/drain';
import { engines } from '../../../facts/engines';

const { version, shutdown } = DEFAULT_VLLM;
const LEAST_SLACK = shutdown.leastSlackSeconds;

export const DRAIN_SLACK: Rule = {
  code: 'LLMD-DRAIN-SLACK',
  severity: 'warning',
  title: `The grace period of a model server leaves ${LEAST_SLACK} s after its drain`,
  why: `Measured: vLLM ${version} takes up to ${shutdown.endsWithinSeconds} s from its last request to its end. Without them it is killed, and the last answers of a full drain with it.`,
  *check(set) {
    for (const engine of set.view(engines)) {
      const { preStopSeconds, engineSeconds = 0, graceSeconds } = drainOf(set, engine);
      const slack = graceSeconds - preStopSeconds - engineSeconds;
      if (engineSeconds === 0 || slack < 0 || slack >= LEAST_SLACK) continue;
      const { pod } = engine.container;
      yield {
        resource: pod.resource,
        path: [...pod.path, 'spec', 'terminationGracePeriodSeconds'],
        message: `${graceSeconds} s leave ${slack} s after ${preStopSeconds} s preStop and ${engineSeconds} s --shutdown-timeout; the engine needs up to ${LEAST_SLACK} s to end`,
        remedy: `set terminationGracePeriodSeconds to ${preStopSeconds + engineSeconds + 2 * LEAST_SLACK}`,
      };
    }
  },
};
