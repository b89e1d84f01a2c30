import type { RuleDoc } from '../rule-doc';

export const REQUIRED: RuleDoc = {
  code: 'LLMD-REQUIRED',
  severity: 'error',
  title: 'A field that must be there is there',
  why: 'The API server refuses the object.',
  examples: {
    failing: `apiVersion: inference.networking.k8s.io/v1
kind: InferencePool
metadata: { name: vllm }
spec:
  selector: { matchLabels: { app: vllm } }
  endpointPickerRef: { name: vllm-epp, port: { number: 9002 } }
`,
    passing: `apiVersion: inference.networking.k8s.io/v1
kind: InferencePool
metadata: { name: vllm }
spec:
  selector: { matchLabels: { app: vllm } }
  targetPorts: [{ number: 8000 }]
  endpointPickerRef: { name: vllm-epp, port: { number: 9002 } }
`,
  },
};
