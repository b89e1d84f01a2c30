import type { RuleDoc } from '../rule-doc';

export const LIST_KEY: RuleDoc = {
  code: 'LLMD-LIST-KEY',
  severity: 'error',
  title: 'The items of a list differ in what tells them apart',
  why: 'The API server refuses two items with the same key.',
  examples: {
    failing: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: entry }
spec:
  gatewayClassName: agentgateway
  listeners:
    - { name: http, protocol: HTTP, port: 80 }
    - { name: http, protocol: HTTP, port: 8080 }
`,
    passing: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: entry }
spec:
  gatewayClassName: agentgateway
  listeners:
    - { name: http, protocol: HTTP, port: 80 }
    - { name: http-alt, protocol: HTTP, port: 8080 }
`,
  },
};
