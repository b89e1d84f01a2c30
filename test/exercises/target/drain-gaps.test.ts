import { drainGaps } from '../../../lib/exercises/target/drain-gaps';
import { withCluster } from '../../support/simulated-api-server';

const WORKLOAD = { kind: 'Deployment', namespace: 'llm', name: 'vllm' } as const;

function gaps(container: object) {
  const spec = { template: { spec: { containers: [{ name: 'vllm', ...container }] } } };
  const paths = { '/apis/apps/v1/namespaces/llm/deployments/vllm': { spec } };
  return withCluster([paths], (cluster) => drainGaps(cluster, WORKLOAD));
}

const WHOLE = {
  image: 'docker.io/vllm/vllm-openai-cpu:v0.32.0',
  args: ['--shutdown-timeout=45'],
  readinessProbe: {},
  lifecycle: { preStop: {} },
};

test.each<[string, object, string[]]>([
  ['nothing', WHOLE, []],
  ['a readinessProbe', { ...WHOLE, readinessProbe: undefined }, ['container vllm has no readinessProbe']],
  ['a preStop', { ...WHOLE, lifecycle: {} }, ['container vllm has no preStop']],
  ["vLLM's own drain", { ...WHOLE, args: [] }, ['container vllm has no --shutdown-timeout']],
  ['a drain that the simulator needs not', { ...WHOLE, image: 'ghcr.io/llm-d/llm-d-inference-sim:v1', args: [] }, []],
])('what lacks: %s', async (_, container, expected) => {
  const found = await gaps(container);
  expect(found.map((gap) => gap.replace(/:.*/, ''))).toEqual(expected);
});
