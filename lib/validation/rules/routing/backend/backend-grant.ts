import { showResource } from '../../../../api-server/resource';
import type { Rule } from '../../../rule';
import { documents, gateway, httpRoute } from '../../example-objects';
import { crossings } from './grants';

const ROUTE = httpRoute({ backends: ['{ name: vllm, namespace: models, port: 80 }'] });
const SERVICE = `
apiVersion: v1
kind: Service
metadata: { name: vllm, namespace: models }
spec:
  ports: [{ port: 80 }]`;

/** Who is referred to from another namespace has agreed. */
export const BACKEND_GRANT: Rule = {
  code: 'LLMD-BACKEND-GRANT',
  severity: 'error',
  title: 'A reference to another namespace has a ReferenceGrant there',
  why: 'Without the grant the reference does not resolve (RefNotPermitted), and the rule answers 500.',
  examples: {
    failing: documents(gateway(), ROUTE, SERVICE),
    passing: documents(
      gateway(),
      ROUTE,
      SERVICE,
      `
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: { name: routes, namespace: models }
spec:
  from: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: default }]
  to: [{ group: "", kind: Service }]`,
    ),
  },
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
