import { listed } from '../../../../text/wording';
import { showResource } from '../../../../api-server/resource';
import type { Rule } from '../../../rule';
import { attachments, showListener } from './attachments';

export const ROUTE_PROTOCOL: Rule = {
  code: 'LLMD-ROUTE-PROTOCOL',
  severity: 'error',
  title: 'A listener of the parent takes routes of this kind',
  why: 'The protocol of a listener and its allowedRoutes.kinds decide. Other routes are not accepted (NotAllowedByListeners).',
  *check(set) {
    for (const { failed, route, parent, reference, listeners } of set.view(attachments)) {
      if (failed !== 'protocol') continue;
      yield {
        resource: route,
        path: reference.path,
        message: `${showResource(parent)} takes no ${route.kind} on ${listed(listeners.map(showListener))}`,
        remedy: 'use a listener whose protocol and allowedRoutes.kinds fit the route',
      };
    }
  },
};
