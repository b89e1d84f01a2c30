import type { RuleDoc } from '../rule-doc';

export const OWNER: RuleDoc = {
  code: 'LLMD-OWNER',
  severity: 'error',
  title: 'An owner is named in full, and only one is the controller',
  why: 'The API server refuses the object.',
  examples: {
    failing: `apiVersion: v1
kind: ConfigMap
metadata: { name: settings, ownerReferences: [{ apiVersion: apps/v1, kind: Deployment, name: vllm, uid: '' }] }
`,
    passing: `apiVersion: v1
kind: ConfigMap
metadata: { name: settings, ownerReferences: [{ apiVersion: apps/v1, kind: Deployment, name: vllm, uid: 1b4e }] }
`,
  },
};
