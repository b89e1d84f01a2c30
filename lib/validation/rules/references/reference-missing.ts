import { ANY_REFERENCE, missing } from '../../references/dangling';
import { named } from './examples';

const STATEFUL_SET = `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: vllm }
spec:
  serviceName: vllm-pods
  selector: { matchLabels: { app: vllm } }
  template:
    metadata: { labels: { app: vllm } }
    spec: { containers: [{ name: vllm, image: "vllm/vllm-openai:v0.32.0" }] }
`;

/** Whatever else is referred to is there. */
export const REFERENCE_MISSING = missing({
  code: ANY_REFERENCE,
  title: 'An object that another one names exists',
  why: 'What depends on it does not work, or not as written: DNS names of a StatefulSet, filters of a route, TLS of a DestinationRule.',
  remedy: 'name an object that exists, or add it',
  examples: {
    failing: STATEFUL_SET,
    passing: STATEFUL_SET + named('Service', 'vllm-pods', 'spec: { clusterIP: None, selector: { app: vllm } }\n'),
  },
});
