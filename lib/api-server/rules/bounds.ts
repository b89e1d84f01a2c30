import type { RuleDoc } from '../rule-doc';

export const BOUNDS: RuleDoc = {
  code: 'LLMD-BOUNDS',
  severity: 'error',
  title: 'Numbers, texts and lists are within their bounds',
  why: 'The API server refuses what is too small, too large, too short, too long, too few or too many.',
  examples: {
    failing: `apiVersion: inference.networking.k8s.io/v1
kind: InferencePool
metadata: { name: vllm }
spec:
  selector: { matchLabels: { app: vllm } }
  targetPorts: [{ number: 80000 }]
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
