import type { Examples } from '../../../api-server/example';

export const SET_EXAMPLES: Examples = {
  'LLMD-DUPLICATE-OBJECT': {
    failing: `apiVersion: v1
kind: ConfigMap
metadata: { name: epp-config, namespace: llm-d }
data: { replicas: "1" }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: epp-config, namespace: llm-d }
data: { replicas: "2" }
`,
    passing: `apiVersion: v1
kind: ConfigMap
metadata: { name: epp-config, namespace: llm-d }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: epp-config, namespace: llm-d-staging }
`,
  },
  'LLMD-WORKLOAD-SELECTORS': {
    failing: `apiVersion: apps/v1
kind: Deployment
metadata: { name: vllm-small, namespace: llm-d }
spec:
  selector: { matchLabels: { app: vllm } }
  template:
    metadata: { labels: { app: vllm } }
    spec: { containers: [{ name: vllm, image: "vllm/vllm-openai:v0.32.0" }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: vllm-large, namespace: llm-d }
spec:
  selector: { matchLabels: { app: vllm } }
  template:
    metadata: { labels: { app: vllm } }
    spec: { containers: [{ name: vllm, image: "vllm/vllm-openai:v0.32.0" }] }
`,
    passing: `apiVersion: apps/v1
kind: Deployment
metadata: { name: vllm-small, namespace: llm-d }
spec:
  selector: { matchLabels: { app: vllm-small } }
  template:
    metadata: { labels: { app: vllm-small } }
    spec: { containers: [{ name: vllm, image: "vllm/vllm-openai:v0.32.0" }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: vllm-large, namespace: llm-d }
spec:
  selector: { matchLabels: { app: vllm-large } }
  template:
    metadata: { labels: { app: vllm-large } }
    spec: { containers: [{ name: vllm, image: "vllm/vllm-openai:v0.32.0" }] }
`,
  },
};
