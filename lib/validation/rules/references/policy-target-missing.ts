import { missing } from '../../references/dangling';

const policy = (target: string) => `apiVersion: agentgateway.dev/v1alpha1
kind: AgentgatewayPolicy
metadata: { name: limits }
spec:
  targetRefs: [{ group: gateway.networking.k8s.io, kind: Gateway, name: ${target} }]
  frontend: { http: { maxBufferSize: 4194304 } }
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: inference }
spec:
  gatewayClassName: agentgateway
  listeners: [{ name: http, port: 80, protocol: HTTP }]
`;

/** What a policy is for is there. */
export const POLICY_TARGET_MISSING = missing({
  code: 'LLMD-POLICY-TARGET-MISSING',
  title: 'The target of a policy exists',
  why: 'A policy without a target has no effect, whatever it protects. Its target is in its own namespace.',
  remedy: 'name an object of the same namespace',
  examples: { failing: policy('gateway'), passing: policy('inference') },
});
