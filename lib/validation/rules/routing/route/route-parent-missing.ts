import { missing } from '../../../references/dangling';
import { documents, gateway, httpRoute } from '../../example-objects';

const BACKEND = ['{ group: inference.networking.k8s.io, kind: InferencePool, name: opt }'];

/** The Gateway of a route is there. */
export const ROUTE_PARENT_MISSING = missing({
  code: 'LLMD-ROUTE-PARENT-MISSING',
  title: 'The parent of a route exists',
  why: 'A route whose Gateway does not exist is programmed nowhere, and its status stays empty.',
  remedy: 'name a Gateway that exists, with its namespace where that is another one',
  examples: {
    failing: documents(gateway({ name: 'inference' }), httpRoute({ parent: '{ name: gateway }', backends: BACKEND })),
    passing: documents(gateway({ name: 'inference' }), httpRoute({ parent: '{ name: inference }', backends: BACKEND })),
  },
});
