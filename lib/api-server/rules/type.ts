import type { RuleDoc } from '../rule-doc';

export const TYPE: RuleDoc = {
  code: 'LLMD-TYPE',
  severity: 'error',
  title: 'A field has the type that its kind gives it',
  why: 'The API server does not convert: the text "3" is not the number 3, and yes is not true.',
  examples: {
    failing: `apiVersion: apps/v1
kind: Deployment
metadata: { name: vllm }
spec:
  replicas: '3'
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
