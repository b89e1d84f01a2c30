import type { Examples } from '../../example';

export const KUBERNETES_POD_EXAMPLES: Examples = {
  'LLMD-POD-SPEC': {
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
  'LLMD-PROBE': {
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
          startupProbe:
            httpGet: { path: /health, port: 8000 }
            successThreshold: 2
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
          startupProbe:
            httpGet: { path: /health, port: 8000 }
            failureThreshold: 60
`,
  },
  'LLMD-RESOURCES': {
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
          resources: { requests: { nvidia.com/gpu: 1 } }
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
          resources: { limits: { nvidia.com/gpu: 1 } }
`,
  },
  'LLMD-SCHEDULING': {
    failing: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: vllm }
spec:
  selector: { matchLabels: { app: vllm } }
  template:
    metadata: { labels: { app: vllm } }
    spec:
      tolerations: [{ key: nvidia.com/gpu, operator: Exists, value: present }]
      containers: [{ name: vllm, image: 'vllm/vllm-openai:v0.20.0' }]
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
      tolerations: [{ key: nvidia.com/gpu, operator: Exists, effect: NoSchedule }]
      containers: [{ name: vllm, image: 'vllm/vllm-openai:v0.20.0' }]
`,
  },
  'LLMD-SECURITY-CONTEXT': {
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
          securityContext: { privileged: true, allowPrivilegeEscalation: false }
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
          securityContext: { privileged: false, allowPrivilegeEscalation: false }
`,
  },
  'LLMD-VOLUME': {
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
          volumeMounts: [{ name: shm, mountPath: /dev/shm }]
      volumes: [{ name: shared-memory, emptyDir: { medium: Memory } }]
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
          volumeMounts: [{ name: shm, mountPath: /dev/shm }]
      volumes: [{ name: shm, emptyDir: { medium: Memory } }]
`,
  },
};
