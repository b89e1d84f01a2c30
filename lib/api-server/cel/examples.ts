import type { Examples } from '../example';

const POOL = `apiVersion: inference.networking.k8s.io/v1
kind: InferencePool
metadata:
  name: opt
spec:
  selector:
    matchLabels:
      app: vllm
  targetPorts:
    - number: 8000
  endpointPickerRef:
    name: opt-epp
`;

export const CEL_EXAMPLES: Examples = {
  'LLMD-CEL': {
    failing: POOL,
    passing: `${POOL}    port:
      number: 9002
`,
  },
};
