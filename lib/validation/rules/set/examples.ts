import type { Examples } from '../../../api-server/example';
import { documents } from '../../../api-server/example-objects';
import { simulator } from '../example-objects';

const configMap = (namespace: string, replicas: number) => `
apiVersion: v1
kind: ConfigMap
metadata: { name: epp-config, namespace: ${namespace} }
data: { replicas: "${replicas}" }`;

const workload = (name: string, app: string) =>
  simulator({ name, labels: `app: ${app}`, object: 'metadata: { namespace: llm-d }' });

export const SET_EXAMPLES: Examples = {
  'LLMD-DUPLICATE-OBJECT': {
    failing: documents(configMap('llm-d', 1), configMap('llm-d', 2)),
    passing: documents(configMap('llm-d', 1), configMap('llm-d-staging', 2)),
  },
  'LLMD-WORKLOAD-SELECTORS': {
    failing: documents(workload('vllm-small', 'vllm'), workload('vllm-large', 'vllm')),
    passing: documents(workload('vllm-small', 'vllm-small'), workload('vllm-large', 'vllm-large')),
  },
};
