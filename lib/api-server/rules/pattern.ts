import type { RuleDoc } from '../rule-doc';

export const PATTERN: RuleDoc = {
  code: 'LLMD-PATTERN',
  severity: 'error',
  title: 'A text matches the pattern that its kind asks for',
  why: 'The API server refuses any other.',
  examples: {
    failing: `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: vllm }
spec: { hostnames: ['https://models.example.com'] }
`,
    passing: `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: vllm }
spec: { hostnames: [models.example.com] }
`,
  },
};
