import { documents, gateway, httpRoute, modelServer, picker, pool } from '../example-objects';

/** A pool, its picker and its pods, and a NetworkPolicy for one of them; YAML for examples. */
export function stackWithPolicy(policy: string, others: readonly string[] = []): string {
  return documents(networkPolicy(policy), ...others, pool(), modelServer(), picker());
}

function networkPolicy(spec: string): string {
  return `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: guard }
spec:
${spec.trim().replace(/^/gm, '  ')}`;
}

/** A Gateway in another namespace, and its route to the pool. */
export const ROUTE = [
  gateway({ name: 'web', namespace: 'gateways' }),
  httpRoute({ parent: '{ name: web, namespace: gateways }' }),
];
