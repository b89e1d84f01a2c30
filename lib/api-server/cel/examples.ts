import type { Examples } from '../example';

const gateway = (protocol: string) => `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: entry }
spec:
  gatewayClassName: agentgateway
  listeners: [{ name: entry, port: 80, protocol: ${protocol}, hostname: models.example.com }]
`;

/** A definition with one rule, and an object of its kind. */
const withRule = (rule: string) => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: networks.example.com }
spec:
  group: example.com
  scope: Namespaced
  names: { kind: Network, plural: networks }
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            range: { type: string, x-kubernetes-validations: [{ rule: "${rule}" }] }
---
apiVersion: example.com/v1
kind: Network
metadata: { name: pods }
range: 10.244.0.0/16
`;

export const CEL_EXAMPLES: Examples = {
  'LLMD-CEL': { failing: gateway('TCP'), passing: gateway('HTTP') },
  'LLMD-CEL-NOT-CHECKED': {
    failing: withRule('cidr(self).prefixLength() >= 8'),
    passing: withRule("self.contains('/')"),
  },
};
