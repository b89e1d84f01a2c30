import type { RuleDoc } from '../rule-doc';

export const ALTERNATIVE: RuleDoc = {
  code: 'LLMD-ALTERNATIVE',
  severity: 'error',
  title: 'A value is as one of the alternatives of its kind',
  why: 'The API server refuses what fits none of them.',
  examples: {
    failing: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: entry }
spec:
  gatewayClassName: agentgateway
  addresses: [{ type: IPAddress, value: models.example.com }]
  listeners: [{ name: http, protocol: HTTP, port: 80 }]
`,
    passing: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: entry }
spec:
  gatewayClassName: agentgateway
  addresses: [{ type: IPAddress, value: 10.9.8.7 }]
  listeners: [{ name: http, protocol: HTTP, port: 80 }]
`,
  },
};
