import type { Rule } from '../../../rule';
import { engines } from '../../../facts/engines';
import { isDevice } from '../../../facts/pod-resources';

export const SIMULATOR_DEVICE: Rule = {
  code: 'LLMD-SIMULATOR-DEVICE',
  severity: 'warning',
  title: 'The simulator asks for no accelerator',
  why: 'It does not use the accelerator, which other pods may need, and it stays Pending on a cluster without accelerators. 10 millicores are enough.',
  *check(set) {
    for (const { program, container } of set.view(engines)) {
      if (program !== 'simulator') continue;
      const { requests = {}, limits = {} } = container.container.resources ?? {};
      for (const name of Object.keys({ ...requests, ...limits }).filter(isDevice)) {
        yield {
          resource: container.pod.resource,
          path: [...container.path, 'resources', name in limits ? 'limits' : 'requests', name],
          message: `the simulator in container ${container.container.name} asks for ${name}, and it computes nothing`,
          remedy: `take ${name} away`,
        };
      }
    }
  },
};
