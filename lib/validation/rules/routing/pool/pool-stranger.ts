import { listed } from '../../../../text/wording';
import { showResource } from '../../../../api-server/resource';
import type { Rule } from '../../../rule';
import { memberships } from './members';

export const POOL_STRANGER: Rule = {
  code: 'LLMD-POOL-STRANGER',
  severity: 'error',
  title: 'The selector of an InferencePool matches model servers only',
  why:
    'The endpoint picker takes every ready pod with the labels for a model server, and sends it requests that it ' +
    'cannot answer: those fail (llm-d issue 2212).',
  *check(set) {
    for (const { pool, strangers } of set.view(memberships)) {
      if (strangers.length === 0) continue;
      const names = listed(strangers.map(({ resource }) => showResource(resource)));
      const ports = pool.ports.map(({ number }) => String(number));
      yield {
        resource: pool.resource,
        path: pool.labelsPath,
        message: `selects the pods of ${names} too, which do not serve models${ports.length === 0 ? '' : ` on port ${listed(ports, 'or')}`}`,
        remedy: 'add a label that only the model servers have, here and on their pods',
      };
    }
  },
};
