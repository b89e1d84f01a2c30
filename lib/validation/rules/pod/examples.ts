import type { Examples } from '../../../api-server/example';
import { documents } from '../../../api-server/example-objects';
import { modelServer, service, simulator } from '../example-objects';

const budget = (limit: string) =>
  documents(
    simulator({ object: 'spec: { replicas: 3 }' }),
    `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: sim }
spec:
  ${limit}
  selector: { matchLabels: { app: sim } }`,
  );

const serviceLinks = (enableServiceLinks: string) =>
  documents(
    modelServer({ pod: `enableServiceLinks: ${enableServiceLinks}` }),
    service({ name: 'vllm', ports: '[{ port: 8000 }]' }),
  );

export const POD_EXAMPLES: Examples = {
  'LLMD-BUDGET-NO-EVICTION': { failing: budget('minAvailable: 3'), passing: budget('maxUnavailable: 1') },
  'LLMD-IMAGE-FLOATING': {
    failing: modelServer({ image: 'vllm/vllm-openai-cpu:latest-arm64' }),
    passing: modelServer(),
  },
  'LLMD-IMAGE-REFERENCE': {
    failing: modelServer({ image: 'https://docker.io/vllm/vllm-openai-cpu:v0.32.0' }),
    passing: modelServer(),
  },
  'LLMD-POD-SERVICE-LINKS': { failing: serviceLinks('null'), passing: serviceLinks('false') },
};
