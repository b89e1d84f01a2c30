import type { Rule } from '../../../rule';
import { documents, gateway, httpRoute } from '../../example-objects';
import { routeRules } from './backends';

const backend = (name: string, weight: number) =>
  `{ group: inference.networking.k8s.io, kind: InferencePool, name: ${name}, weight: ${weight} }`;

/** Some backend gets requests. */
export const BACKEND_WEIGHTS: Rule = {
  code: 'LLMD-BACKEND-WEIGHTS',
  severity: 'warning',
  title: 'A rule has a backend with a weight above 0',
  why: 'Where all weights are 0 nobody may answer: Gateway API says 500 for every request.',
  examples: {
    failing: documents(gateway(), httpRoute({ backends: [backend('blue', 0), backend('green', 0)] })),
    passing: documents(gateway(), httpRoute({ backends: [backend('blue', 0), backend('green', 1)] })),
  },
  *check(set) {
    for (const { route, index, backends } of set.view(routeRules)) {
      if (backends.length === 0 || backends.some(({ ref }) => ref.weight !== 0)) continue;
      yield {
        resource: route,
        path: ['spec', 'rules', index, 'backendRefs'],
        message: 'every backend of the rule has weight 0',
        remedy: 'give a weight above 0 to the backends that shall answer',
      };
    }
  },
};
