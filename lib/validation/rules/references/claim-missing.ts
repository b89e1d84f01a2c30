import { missing } from '../../references/dangling';
import { deploymentOf, named } from './examples';

const POD = deploymentOf(`
containers:
  - name: vllm
    image: vllm/vllm-openai:v0.32.0
volumes: [{ name: models, persistentVolumeClaim: { claimName: model-pvc } }]`);

/** A claim is there. */
export const CLAIM_MISSING = missing({
  code: 'LLMD-CLAIM-MISSING',
  title: 'A PersistentVolumeClaim of a pod exists',
  why: 'The scheduler leaves the pod Pending until there is such a claim.',
  remedy: 'name a PersistentVolumeClaim of the same namespace, or add it',
  examples: { failing: POD, passing: POD + named('PersistentVolumeClaim', 'model-pvc') },
});
