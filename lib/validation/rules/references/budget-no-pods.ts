import { selectingNobody } from '../../references/selecting-nobody';
import { deploymentOf } from './examples';

const CONTAINERS = 'containers: [{ name: vllm, image: "vllm/vllm-openai:v0.32.0" }]';
const budget = (app: string) => `---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: vllm }
spec:
  maxUnavailable: 1
  selector: { matchLabels: { app: ${app} } }
`;

/** A budget protects somebody. */
export const BUDGET_NO_PODS = selectingNobody({
  code: 'LLMD-BUDGET-NO-PODS',
  kind: 'PodDisruptionBudget',
  title: 'The selector of a PodDisruptionBudget matches pods of its namespace',
  why: 'A budget without pods protects none: a drain of nodes may evict all of them at once.',
  remedy: 'select labels that the pods have',
  examples: { failing: deploymentOf(CONTAINERS) + budget('llm'), passing: deploymentOf(CONTAINERS) + budget('vllm') },
});
