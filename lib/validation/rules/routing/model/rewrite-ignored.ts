import { GATEWAYS } from '../../../../catalogue/gateways/gateways';
import { keyOf, showResource } from '../../../../api-server/resource';
import type { Rule } from '../../../rule';
import { providersByPool } from '../backend/backends';
import { modelObjects } from './models';

export const REWRITE_IGNORED: Rule = {
  code: 'LLMD-REWRITE-IGNORED',
  severity: 'warning',
  title: 'A pool with rewrites is behind a Gateway that takes bodies from the endpoint picker',
  why:
    'A rewrite changes the model name in the body of the request. NGINX Gateway Fabric v2.6.7 takes nothing but the ' +
    'destination from an endpoint picker, and sends the body as it came.',
  *check(set) {
    for (const { resource, pool } of set.view(modelObjects)) {
      const providers = set.view(providersByPool).get(keyOf(pool)) ?? [];
      if (resource.kind !== 'InferenceModelRewrite' || !providers.some((id) => GATEWAYS[id].dropsPickerBody)) continue;
      yield {
        resource,
        path: ['spec', 'poolRef'],
        message: `${showResource(pool)} is behind NGINX Gateway Fabric, which drops what the endpoint picker rewrites`,
        remedy: 'use another Gateway, or let the model servers serve the names that clients ask for',
      };
    }
  },
};
