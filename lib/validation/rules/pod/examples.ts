import type { Examples } from '../../../api-server/example';

const yaml = (budget: string) => `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: vllm
spec:
  ${budget}
  selector:
    matchLabels: { app: vllm }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: vllm
spec:
  replicas: 3
  selector:
    matchLabels: { app: vllm }
  template:
    metadata:
      labels: { app: vllm }
    spec:
      containers:
        - name: vllm
          image: vllm/vllm-openai-cpu:v0.32.0
`;

const yamlImage = (image: string) => `apiVersion: v1
kind: Pod
metadata:
  name: vllm
spec:
  containers:
    - name: vllm
      image: ${image}
`;

const yamlServiceLinks = (enableServiceLinks: string) => `apiVersion: v1
kind: Service
metadata:
  name: vllm
spec:
  selector: { app: vllm }
  ports:
    - port: 8000
---
apiVersion: v1
kind: Pod
metadata:
  name: vllm-0
  labels: { app: vllm }
spec:
${enableServiceLinks}  containers:
    - name: vllm
      image: vllm/vllm-openai-cpu:v0.32.0
      args: [facebook/opt-125m]
`;

export const POD_EXAMPLES: Examples = {
  'LLMD-POD-DISRUPTION-BUDGET': { failing: yaml('minAvailable: 3'), passing: yaml('maxUnavailable: 1') },
  'LLMD-IMAGE-FLOATING': {
    failing: yamlImage('vllm/vllm-openai-cpu:latest-arm64'),
    passing: yamlImage('vllm/vllm-openai-cpu:v0.32.0'),
  },
  'LLMD-POD-SERVICE-LINKS': {
    failing: yamlServiceLinks(''),
    passing: yamlServiceLinks('  enableServiceLinks: false\n'),
  },
};
