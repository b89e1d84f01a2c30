import type { RuleDoc } from '../rule-doc';

export const ENUM: RuleDoc = {
  code: 'LLMD-ENUM',
  severity: 'error',
  title: 'A value is one of those that its kind allows',
  why: 'The API server refuses any other.',
  examples: {
    failing: `apiVersion: inference.networking.k8s.io/v1
kind: InferencePool
metadata: { name: vllm }
spec:
  selector: { matchLabels: { app: vllm } }
  targetPorts: [{ number: 8000 }]
  endpointPickerRef: { name: vllm-epp, port: { number: 9002 }, failureMode: FailClosed }
`,
    passing: `apiVersion: inference.networking.k8s.io/v1
kind: InferencePool
metadata: { name: vllm }
spec:
  selector: { matchLabels: { app: vllm } }
  targetPorts: [{ number: 8000 }]
  endpointPickerRef: { name: vllm-epp, port: { number: 9002 }, failureMode: FailClose }
`,
  },
};
