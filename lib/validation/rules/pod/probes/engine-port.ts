import type { Rule } from '../../../rule';
import { portOf } from '../../../facts/engine-settings';
import { engines } from '../../../facts/engines';
import { numberOfPort, probesOf } from './probe';

export const PROBE_ENGINE_PORT: Rule = {
  code: 'LLMD-PROBE-PORT',
  severity: 'error',
  title: 'The probes of a model server ask the port that it listens on',
  why: 'vLLM and the simulator listen on --port, 8000 where it is not given, and on no other. A probe elsewhere never succeeds.',
  *check(set) {
    for (const engine of set.view(engines)) {
      const own = portOf(set, engine);
      if (own === undefined) continue;
      for (const { field, path, port } of probesOf(engine.container)) {
        const number = numberOfPort(engine.container, port);
        if (number === undefined || number === own) continue;
        yield {
          resource: engine.container.pod.resource,
          path,
          message: `${field} asks port ${number}, and container ${engine.container.container.name} listens on ${own}`,
          remedy: `ask port ${own}, or start the engine with --port=${number}`,
        };
      }
    }
  },
};
