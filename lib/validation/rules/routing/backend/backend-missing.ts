import { missing } from '../../../references/dangling';
import { documents, gateway, httpRoute, modelServer, picker, pool, service } from '../../example-objects';

/** A backend is there. */
export const BACKEND_MISSING = missing({
  code: 'LLMD-BACKEND-MISSING',
  title: 'The backend of a route or policy exists',
  why: 'A rule whose backend does not exist answers 500 (ResolvedRefs False, BackendNotFound).',
  remedy: 'name a backend that exists, with its namespace where that is another one',
  examples: {
    failing: documents(
      gateway(),
      httpRoute({ backends: ['{ group: inference.networking.k8s.io, kind: InferencePool, name: opt-125m }'] }),
    ),
    passing: documents(gateway(), httpRoute(), pool(), modelServer(), service(), picker()),
  },
});
