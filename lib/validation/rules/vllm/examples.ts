import type { Examples } from '../../../api-server/example';
import { vllmPod } from './example';
import { SIMULATOR_VERSION } from '../../../catalogue/engines/simulator';

const GPU = 'nvidia.com/gpu';

const yaml = (args: string) => `apiVersion: v1
kind: Pod
metadata:
  name: sim
spec:
  containers:
    - name: sim
      image: ghcr.io/llm-d/llm-d-inference-sim:v${SIMULATOR_VERSION}
      args: [--model=opt, ${args}]
`;

export const VLLM_EXAMPLES: Examples = {
  'LLMD-VLLM-CONFLICT': {
    failing: vllmPod('facebook/opt-125m, --enable-auto-tool-choice'),
    passing: vllmPod('facebook/opt-125m, --enable-auto-tool-choice, --tool-call-parser=hermes'),
  },
  'LLMD-VLLM-DEPRECATED': {
    failing: vllmPod('--model=facebook/opt-125m'),
    passing: vllmPod('facebook/opt-125m'),
  },
  'LLMD-VLLM-DEVICES': {
    failing: vllmPod('facebook/opt-125m, --tensor-parallel-size=4', {
      container: `resources: { limits: { ${GPU}: 2 } }`,
    }),
    passing: vllmPod('facebook/opt-125m, --tensor-parallel-size=4', {
      container: `resources: { limits: { ${GPU}: 4 } }`,
    }),
  },
  'LLMD-VLLM-ENGINE': {
    failing: vllmPod('facebook/opt-125m, --gpu-memory-utilization=1.5'),
    passing: vllmPod('facebook/opt-125m, --gpu-memory-utilization=0.5'),
  },
  'LLMD-VLLM-FLAG': {
    failing: vllmPod('facebook/opt-125m, --disable-log-requests'),
    passing: vllmPod('facebook/opt-125m, --no-enable-log-requests'),
  },
  'LLMD-VLLM-OTHER-VERSION': {
    failing: vllmPod('facebook/opt-125m, --disable-log-requests', { image: 'vllm/vllm-openai:v0.9.2' }),
    passing: vllmPod('facebook/opt-125m, --max-model-len=2k', { image: 'vllm/vllm-openai:v0.9.2' }),
  },
  'LLMD-VLLM-PORT': {
    failing: vllmPod('facebook/opt-125m, --port=8200', { container: 'ports: [{ containerPort: 8000 }]' }),
    passing: vllmPod('facebook/opt-125m, --port=8200', { container: 'ports: [{ containerPort: 8200 }]' }),
  },
  'LLMD-VLLM-SHORTENED': {
    failing: vllmPod('facebook/opt-125m, --max-num-seq=16'),
    passing: vllmPod('facebook/opt-125m, --max-num-seqs=16'),
  },
  'LLMD-SIMULATOR-FLAG': { failing: yaml('--tensor-parallel-size=2'), passing: yaml('--max-num-seqs=2') },
  'LLMD-VLLM-UNREAD': {
    failing: vllmPod('facebook/opt-125m, --config=/config/vllm.yaml'),
    passing: vllmPod('facebook/opt-125m, --config, /config/vllm.yaml'),
  },
  'LLMD-VLLM-VALUE': {
    failing: vllmPod('facebook/opt-125m, --dtype=float8'),
    passing: vllmPod('facebook/opt-125m, --dtype=bfloat16'),
  },
};
