import { missing } from '../../references/dangling';
import { deploymentOf, named } from './examples';

const POD = deploymentOf(`
containers:
  - name: vllm
    image: vllm/vllm-openai:v0.32.0
    envFrom: [{ configMapRef: { name: vllm-env } }]`);

/** A ConfigMap is there. */
export const CONFIG_MAP_MISSING = missing({
  code: 'LLMD-CONFIG-MAP-MISSING',
  title: 'A ConfigMap that a pod needs exists',
  why: 'The pod waits: ContainerCreating for a volume, CreateContainerConfigError for a variable.',
  remedy: 'name a ConfigMap of the same namespace, add it, or mark the reference as optional',
  examples: { failing: POD, passing: POD + named('ConfigMap', 'vllm-env') },
});
