import type { Rule } from '../../../rule';
import { portOf } from '../../../facts/engine-settings';
import { engines } from '../../../facts/engines';
import type { ModelServerProgram } from '../../../facts/model-servers';
import { numberOfPort, probesOf } from './probe';
import { before } from '../../../../text/parts';

/** What answers 200 to a GET without more, and what for. Sources: vLLM 0.32.0, llm-d-inference-sim v0.10.2. */
const PATHS: { readonly [program in ModelServerProgram['program']]: readonly string[] } = {
  vllm: ['/health', '/v1/models', '/ping', '/version', '/load', '/metrics', '/docs', '/openapi.json'],
  simulator: ['/health', '/health/ready', '/ready', '/v1/models', '/metrics'],
};

export const PROBE_ENGINE_PATH: Rule = {
  code: 'LLMD-PROBE-PATH',
  severity: 'warning',
  title: 'The probes of a model server request a path that it serves',
  why: 'Any other path gets 404, and the probe never succeeds. /health is 200 once the engine can serve.',
  *check(set) {
    for (const engine of set.view(engines)) {
      const { container, program } = engine;
      const own = portOf(set, engine);
      if (own === undefined) continue;
      for (const { field, path, port, httpPath } of probesOf(container)) {
        if (httpPath === undefined || numberOfPort(container, port) !== own) continue;
        if (PATHS[program].includes(before(httpPath, '?'))) continue;
        yield {
          resource: container.pod.resource,
          path: [...path.slice(0, -1), 'path'],
          message: `${field} asks container ${container.container.name} for ${httpPath}, and ${program === 'vllm' ? 'vLLM' : 'the simulator'} knows ${PATHS[program].join(', ')}`,
          remedy: 'ask for /health',
        };
      }
    }
  },
};
