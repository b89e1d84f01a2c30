import type { Examples } from '../../../../api-server/example';

const yaml = (cpu: string, replicas: number) => `apiVersion: v1
kind: Node
metadata:
  name: kind-control-plane
status:
  allocatable: { cpu: "4", memory: 8Gi }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: vllm
spec:
  replicas: ${replicas}
  selector:
    matchLabels: { app: vllm }
  template:
    metadata:
      labels: { app: vllm }
    spec:
      containers:
        - name: vllm
          resources:
            requests: { cpu: "${cpu}", memory: 2Gi }
`;

const yamlSimulatorDevice = (limits: string) => `apiVersion: v1
kind: Pod
metadata:
  name: sim
spec:
  containers:
    - name: sim
      image: ghcr.io/llm-d/llm-d-inference-sim:v0.10.2
      resources:
        limits: ${limits}
`;

const yamlSize = (cpu: number) => `apiVersion: v1
kind: Pod
metadata:
  name: epp
spec:
  containers:
    - name: epp
      resources:
        requests: { cpu: ${cpu}, memory: 1Gi }
    - name: envoy
      resources:
        requests: { cpu: ${cpu}, memory: 1Gi }
`;

export const POD_RESOURCES_EXAMPLES: Examples = {
  'LLMD-POD-NODE': { failing: yaml('6', 1), passing: yaml('1', 1) },
  'LLMD-POD-NODES-FULL': { failing: yaml('1', 5), passing: yaml('1', 3) },
  'LLMD-POD-SIMULATOR-DEVICE': {
    failing: yamlSimulatorDevice('{ nvidia.com/gpu: 1 }'),
    passing: yamlSimulatorDevice('{ memory: 256Mi }'),
  },
  'LLMD-POD-SIZE': { failing: yamlSize(4), passing: yamlSize(1) },
};
