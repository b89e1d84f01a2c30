import { showResource } from '../../../../api-server/resource';
import type { Rule } from '../../../rule';
import { crossings } from './grants';

export const BACKEND_GRANT: Rule = {
  code: 'LLMD-BACKEND-GRANT',
  severity: 'error',
  title: 'A reference to another namespace has a ReferenceGrant there',
  why: 'Without the grant the reference does not resolve (RefNotPermitted), and the rule answers 500.',
  *check(set) {
    for (const { reference, to, grant } of set.view(crossings)) {
      if (grant !== undefined) continue;
      const { from, path } = reference;
      yield {
        resource: from,
        path,
        message: `${showResource(to)} is in another namespace, where no ReferenceGrant admits ${from.kind}s of namespace ${from.namespace}`,
        remedy: `add a ReferenceGrant to namespace ${to.namespace}, or keep both in one namespace`,
      };
    }
  },
};
