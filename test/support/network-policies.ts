import { deployment, picker, pool, vllm } from './manifests';

/*
 * A stack and NetworkPolicies for it, for tests of their rules.
 */

export const policy = (spec: object, name = 'guard', own = 'default') => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name, namespace: own },
  spec,
});

export const app = (name: string) => ({ matchLabels: { app: name } });
export const from = (...peers: object[]) => ({ podSelector: app('vllm'), ingress: [{ from: peers }] });
export const to = (egress: object[]) => ({ podSelector: app('opt-epp'), policyTypes: ['Egress'], egress });

/** A pool `opt`, its picker `opt-epp` and its pods `vllm`. */
export const STACK = [
  pool('opt', 'vllm'),
  picker('opt-epp', ['--pool-name=opt', '--pool-namespace=default']),
  deployment('vllm', { containers: [vllm()] }),
];
