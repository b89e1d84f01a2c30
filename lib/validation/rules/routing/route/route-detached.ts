import type { Rule } from '../../../rule';
import { routes } from '../routes';

export const ROUTE_DETACHED: Rule = {
  code: 'LLMD-ROUTE-DETACHED',
  severity: 'warning',
  title: 'A route names a parent',
  why: 'The API server accepts a route without parents. No Gateway programs it, and requests get 404.',
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
