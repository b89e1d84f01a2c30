import type { Examples } from '../../../api-server/example';
import { type PodPatch } from '../../../api-server/example-objects';
import { modelServer, simulator } from '../example-objects';

const vllm = (args: string, patch: PodPatch = {}) => modelServer({ args, ...patch });

const gpus = (count: number) =>
  vllm('--tensor-parallel-size=4', {
    image: 'vllm/vllm-openai:v0.32.0',
    container: `resources: { limits: { nvidia.com/gpu: ${count} } }`,
  });

const onPort = (containerPort: number) =>
  vllm('--port=8200', { ports: `[{ containerPort: ${containerPort} }]`, container: 'readinessProbe: null' });

const OLDER = { image: 'vllm/vllm-openai:v0.9.2', drain: '' };

export const VLLM_EXAMPLES: Examples = {
  'LLMD-VLLM-CONFLICT': {
    failing: vllm('--enable-auto-tool-choice'),
    passing: vllm('--enable-auto-tool-choice, --tool-call-parser=hermes'),
  },
  'LLMD-VLLM-DEPRECATED': {
    failing: modelServer({ container: 'args: [--model=facebook/opt-125m]' }),
    passing: modelServer(),
  },
  'LLMD-VLLM-DEVICES': { failing: gpus(2), passing: gpus(4) },
  'LLMD-VLLM-ENGINE': {
    failing: vllm('--gpu-memory-utilization=1.5'),
    passing: vllm('--gpu-memory-utilization=0.5'),
  },
  'LLMD-VLLM-FLAG': { failing: vllm('--disable-log-requests'), passing: vllm('--no-enable-log-requests') },
  'LLMD-VLLM-LORA': {
    failing: vllm('--lora-modules, sql=/lora/sql'),
    passing: vllm('--enable-lora, --lora-modules, sql=/lora/sql'),
  },
  'LLMD-VLLM-OTHER-VERSION': {
    failing: vllm('--disable-log-requests', OLDER),
    passing: vllm('--max-model-len=2k', OLDER),
  },
  'LLMD-VLLM-PORT': { failing: onPort(8000), passing: onPort(8200) },
  'LLMD-VLLM-SHORTENED': { failing: vllm('--max-num-seq=16'), passing: vllm('--max-num-seqs=16') },
  'LLMD-SIMULATOR-FLAG': {
    failing: simulator({ args: '--tensor-parallel-size=2' }),
    passing: simulator({ args: '--max-num-seqs=2' }),
  },
  'LLMD-VLLM-UNREAD': {
    failing: vllm('--config=/config/vllm.yaml'),
    passing: vllm('--config, /config/vllm.yaml'),
  },
  'LLMD-VLLM-VALUE': { failing: vllm('--dtype=float8'), passing: vllm('--dtype=bfloat16') },
};
