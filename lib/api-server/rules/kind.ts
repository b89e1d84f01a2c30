import type { RuleDoc } from '../rule-doc';

export const KIND: RuleDoc = {
  code: 'LLMD-KIND',
  severity: 'error',
  title: 'A cluster serves this kind in this version',
  why: 'kubectl says `no matches for kind` and applies nothing of it. The list is that of Kubernetes 1.35 with the definitions in imports/crds.',
  examples: {
    failing: `apiVersion: apps/v1beta1
kind: Deployment
metadata: { name: vllm }
spec:
  selector: { matchLabels: { app: vllm } }
  template:
    metadata: { labels: { app: vllm } }
    spec: { containers: [{ name: vllm, image: 'vllm/vllm-openai:v0.11.0' }] }
`,
    passing: `apiVersion: apps/v1
kind: Deployment
metadata: { name: vllm }
spec:
  selector: { matchLabels: { app: vllm } }
  template:
    metadata: { labels: { app: vllm } }
    spec: { containers: [{ name: vllm, image: 'vllm/vllm-openai:v0.11.0' }] }
`,
  },
};
