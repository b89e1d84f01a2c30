import { missing } from '../../references/dangling';
import { deploymentOf } from './examples';

const AUTOSCALER = `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: vllm }
spec:
  maxReplicas: 3
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: vllm }
`;
const CONTAINERS = 'containers: [{ name: vllm, image: "vllm/vllm-openai:v0.32.0" }]';

/** What is scaled is there. */
export const SCALE_TARGET_MISSING = missing({
  code: 'LLMD-SCALE-TARGET-MISSING',
  title: 'The target of an autoscaler exists',
  why: 'The autoscaler reports FailedGetScale and scales nothing.',
  remedy: 'name a workload of the same namespace',
  examples: {
    failing: deploymentOf(CONTAINERS) + AUTOSCALER.replace('kind: Deployment', 'kind: StatefulSet'),
    passing: deploymentOf(CONTAINERS) + AUTOSCALER,
  },
});
