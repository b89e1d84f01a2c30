import { listed } from '../../../../text/wording';
import { showResource } from '../../../../api-server/resource';
import type { Rule } from '../../../rule';
import { attachments } from './attachments';

export const ROUTE_NAMESPACE: Rule = {
  code: 'LLMD-ROUTE-NAMESPACE',
  severity: 'error',
  title: 'A listener of the parent admits routes of this namespace',
  why:
    'A listener that says nothing admits routes of its own namespace only. Others are not accepted ' +
    '(NotAllowedByListeners), and requests get 404.',
  *check(set) {
    for (const { failed, route, parent, reference, listeners } of set.view(attachments)) {
      if (failed !== 'namespace') continue;
      const admit = listeners.map(
        ({ name, allowedRoutes }) => `${name} has from: ${allowedRoutes?.namespaces?.from ?? 'Same'}`,
      );
      yield {
        resource: route,
        path: reference.path,
        message: `${showResource(parent)} admits no routes of namespace ${route.namespace}: ${listed(admit)}`,
        remedy: "set the listener's allowedRoutes.namespaces, or move the route to a namespace that it admits",
      };
    }
  },
};
