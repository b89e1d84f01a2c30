import type { RuleDoc } from '../rule-doc';

export const UNKNOWN_FIELD: RuleDoc = {
  code: 'LLMD-UNKNOWN-FIELD',
  severity: 'error',
  title: 'A field is one that its kind has',
  why: 'kubectl asks the API server to refuse what it does not know. Without that, the field is dropped and has no effect.',
  examples: {
    failing: `apiVersion: apps/v1
kind: Deployment
metadata: { name: vllm }
spec:
  replica: 3
  selector: { matchLabels: { app: vllm } }
  template:
    metadata: { labels: { app: vllm } }
    spec: { containers: [{ name: vllm, image: 'vllm/vllm-openai:v0.11.0' }] }
`,
    passing: `apiVersion: apps/v1
kind: Deployment
metadata: { name: vllm }
spec:
  replicas: 3
  selector: { matchLabels: { app: vllm } }
  template:
    metadata: { labels: { app: vllm } }
    spec: { containers: [{ name: vllm, image: 'vllm/vllm-openai:v0.11.0' }] }
`,
  },
};
