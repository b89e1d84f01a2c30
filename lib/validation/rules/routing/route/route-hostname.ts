import { listed } from '../../../../text/wording';
import { showResource } from '../../../../api-server/resource';
import type { Rule } from '../../../rule';
import { attachments } from './attachments';

export const ROUTE_HOSTNAME: Rule = {
  code: 'LLMD-ROUTE-HOSTNAME',
  severity: 'error',
  title: 'A listener of the parent has a hostname in common with the route',
  why: 'Without one the route is not accepted (NoMatchingListenerHostname), and requests get 404.',
  *check(set) {
    for (const { failed, route, parent, listeners } of set.view(attachments)) {
      if (failed !== 'hostname') continue;
      const have = listeners.map(({ name, hostname }) => `${name} has ${hostname}`);
      yield {
        resource: route,
        path: ['spec', 'hostnames'],
        message: `${showResource(parent)} has no listener for ${listed(route.object.spec.hostnames, 'or')}: ${listed(have)}`,
        remedy: "take a hostname that a listener's covers",
      };
    }
  },
};
