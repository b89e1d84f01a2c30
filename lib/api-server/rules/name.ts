import type { RuleDoc } from '../rule-doc';

export const NAME: RuleDoc = {
  code: 'LLMD-NAME',
  severity: 'error',
  title: 'An object has a name that its kind allows',
  why: 'The API server refuses the object. Most names are DNS names; those of Services and Namespaces are shorter, since they become parts of others.',
  examples: {
    failing: `apiVersion: v1
kind: Service
metadata: { name: 8b-model }
spec: { ports: [{ port: 8000 }] }
`,
    passing: `apiVersion: v1
kind: Service
metadata: { name: model-8b }
spec: { ports: [{ port: 8000 }] }
`,
  },
};
