import type { Rule } from '../../../rule';
import { documents, gateway, httpRoute } from '../../example-objects';
import { routes } from '../routes';

/** A route has a parent. */
export const ROUTE_DETACHED: Rule = {
  code: 'LLMD-ROUTE-DETACHED',
  severity: 'warning',
  title: 'A route names a parent',
  why: 'The API lets a route stand alone. No Gateway programs it, and requests get 404.',
  examples: {
    failing: documents(gateway(), httpRoute({ parent: '' })),
    passing: documents(gateway(), httpRoute({ parent: '{ name: inference }' })),
  },
  *check(set) {
    for (const route of routes(set)) {
      const parentRefs: unknown[] = route.object.spec?.parentRefs ?? [];
      if (parentRefs.length > 0) continue;
      yield {
        resource: route,
        path: ['spec', 'parentRefs'],
        message: 'the route has no parentRefs',
        remedy: 'name the Gateway that shall serve it',
      };
    }
  },
};
