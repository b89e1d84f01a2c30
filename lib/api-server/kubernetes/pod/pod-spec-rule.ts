import type { RuleDoc } from '../../rule-doc';

export const POD_SPEC: RuleDoc = {
  code: 'LLMD-POD-SPEC',
  severity: 'error',
  title: 'Pods are well formed: containers, ports, environment, names',
  why: 'The API server checks far more of a pod than its schema says, and refuses the whole workload.',
  examples: {
    failing: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: vllm }
spec:
  selector: { matchLabels: { app: vllm } }
  template:
    metadata: { labels: { app: vllm } }
    spec:
      containers:
        - name: vllm
          image: vllm/vllm-openai:v0.20.0
          ports: [{ name: vllm-metrics-port, containerPort: 8000 }]
`,
    passing: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: vllm }
spec:
  selector: { matchLabels: { app: vllm } }
  template:
    metadata: { labels: { app: vllm } }
    spec:
      containers:
        - name: vllm
          image: vllm/vllm-openai:v0.20.0
          ports: [{ name: metrics, containerPort: 8000 }]
`,
  },
};
