import type { Examples } from '../../../../api-server/example';
import { vllmOnCpu } from './example';

const withLimit = (memory: string) => `
env:
  - { name: VLLM_CPU_KVCACHE_SPACE, value: "4" }
resources:
  limits: { memory: ${memory} }`;

const READ_ONLY = `
env:
  - { name: HOME, value: /home/vllm }
securityContext: { readOnlyRootFilesystem: true }`;

export const POD_VLLM_EXAMPLES: Examples = {
  'LLMD-POD-VLLM-MEMORY': { failing: vllmOnCpu(withLimit('4Gi')), passing: vllmOnCpu(withLimit('8Gi')) },
  'LLMD-POD-VLLM-SHARED-MEMORY': {
    failing: vllmOnCpu(''),
    passing: vllmOnCpu(
      `
volumeMounts:
  - { name: shm, mountPath: /dev/shm }`,
      '- { name: shm, emptyDir: { medium: Memory, sizeLimit: 1Gi } }',
    ),
  },
  'LLMD-POD-VLLM-WRITABLE': {
    failing: vllmOnCpu(READ_ONLY),
    passing: vllmOnCpu(
      `${READ_ONLY}
volumeMounts:
  - { name: tmp, mountPath: /tmp }
  - { name: cache, mountPath: /home/vllm/.cache }`,
      `- { name: tmp, emptyDir: {} }
- { name: cache, emptyDir: {} }`,
    ),
  },
};
