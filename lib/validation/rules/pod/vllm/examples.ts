import type { Examples } from '../../../../api-server/example';
import { modelServer } from '../../example-objects';

const limited = (memory: string) =>
  modelServer({
    container: `
env: [{ name: HOME, value: /tmp }, { name: VLLM_CPU_KVCACHE_SPACE, value: "4" }]
resources: { limits: { memory: ${memory} } }`,
  });

const READ_ONLY = `
env: [{ name: HOME, value: /home/vllm }]
securityContext: { readOnlyRootFilesystem: true }`;

const AS_USER = 'securityContext: { runAsUser: 1000 }';

export const POD_VLLM_EXAMPLES: Examples = {
  'LLMD-VLLM-HOME': {
    failing: modelServer({ container: `${AS_USER}\nenv: null` }),
    passing: modelServer({ container: AS_USER }),
  },
  'LLMD-VLLM-MEMORY': { failing: limited('4Gi'), passing: limited('8Gi') },
  'LLMD-VLLM-SHARED-MEMORY': {
    failing: modelServer({ container: 'volumeMounts: null', pod: 'volumes: null' }),
    passing: modelServer(),
  },
  'LLMD-VLLM-WRITABLE': {
    failing: modelServer({ container: READ_ONLY }),
    passing: modelServer({
      container: `${READ_ONLY}
volumeMounts:
  - { name: shm, mountPath: /dev/shm }
  - { name: tmp, mountPath: /tmp }
  - { name: cache, mountPath: /home/vllm/.cache }`,
      pod: `
volumes:
  - { name: shm, emptyDir: { medium: Memory, sizeLimit: 1Gi } }
  - { name: tmp, emptyDir: {} }
  - { name: cache, emptyDir: {} }`,
    }),
  },
};
