import type { RuleDoc } from '../rule-doc';

export const NAMESPACE: RuleDoc = {
  code: 'LLMD-NAMESPACE',
  severity: 'error',
  title: 'A namespace has a name that can be one',
  why: 'There is no such namespace, and there never will be.',
  examples: {
    failing: `apiVersion: v1
kind: Service
metadata: { name: vllm, namespace: Team_A }
spec: { ports: [{ port: 8000 }] }
`,
    passing: `apiVersion: v1
kind: Service
metadata: { name: vllm, namespace: team-a }
spec: { ports: [{ port: 8000 }] }
`,
  },
};
