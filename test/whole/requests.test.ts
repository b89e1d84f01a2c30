import { Engine, type LlmdGuideProps, ObservabilityGuide, Platform } from '../../lib';
import { millis } from '../../lib/text/quantity';
import { podsOf } from '../support/pods';
import { synth } from '../support/synth';

interface Demand {
  readonly cpu: number;
  readonly memory: number;
}

/** Requests of kind's own pods on a single node: Kubernetes 1.35, kubeadm's manifests, CoreDNS and kindnet. */
const KIND: readonly Demand[] = [
  { cpu: 250, memory: 0 }, // kube-apiserver
  { cpu: 200, memory: 0 }, // kube-controller-manager
  { cpu: 100, memory: 0 }, // kube-scheduler
  { cpu: 100, memory: 100 }, // etcd
  { cpu: 100, memory: 70 }, // coredns
  { cpu: 100, memory: 70 }, // coredns
  { cpu: 100, memory: 50 }, // kindnet
];

/** CPU in millicores. */
function millicores(quantity: string): number {
  return Number(millis(quantity));
}

/** Memory in MiB. */
function mebibytes(quantity: string): number {
  return Number(millis(quantity)) / 1000 / 1024 ** 2;
}

function demandOf(spec: any): Demand {
  return sum(
    spec.containers.map(({ resources: { requests } }: any) => ({
      cpu: millicores(requests.cpu),
      memory: mebibytes(requests.memory),
    })),
  );
}

function sum(demands: readonly Demand[]): Demand {
  return demands.reduce((all, { cpu, memory }) => ({ cpu: all.cpu + cpu, memory: all.memory + memory }), {
    cpu: 0,
    memory: 0,
  });
}

/** All pods at once after guide 6 during a rolling update of the model server: one more than its replicas. */
function sixGuides(props?: LlmdGuideProps): { pods: string[]; demand: Demand } {
  const objects = synth((chart) => {
    new Platform(chart, 'platform');
    new ObservabilityGuide(chart, 'guide', props);
  });
  const pods = podsOf(objects).flatMap(({ owner, replicas, spec }) =>
    Array.from({ length: owner === 'Deployment/vllm' ? replicas + 1 : replicas }, () => ({ owner, spec })),
  );
  return { pods: pods.map(({ owner }) => owner), demand: sum([...KIND, ...pods.map(({ spec }) => demandOf(spec))]) };
}

test.each<[string, LlmdGuideProps | undefined, Demand]>([
  ['vLLM: 8 CPU and 16 GiB', undefined, { cpu: 8000, memory: 16 * 1024 }],
  ['the simulator: 2 CPU and 4 GiB', { engine: Engine.simulator() }, { cpu: 2000, memory: 4 * 1024 }],
])('the six guides fit a kind node, with three replicas of %s', (_, props, node) => {
  const { pods, demand } = sixGuides(props);
  expect(pods.sort()).toEqual([
    'AgentgatewayParameters/infra-sim-inference-gateway',
    'Deployment/agentgateway',
    'Deployment/gaie-sim-epp',
    ...Array.from({ length: 3 + 1 }, () => 'Deployment/vllm'),
  ]);
  expect(demand.cpu).toBeLessThanOrEqual(node.cpu);
  expect(demand.memory).toBeLessThanOrEqual(node.memory);
});

test('the sums use the values of the YAML', () => {
  // 4 x vLLM 1000m/2048Mi; picker, controller and proxy 100m/128Mi each; kind 950m/290Mi.
  expect(sixGuides().demand).toEqual({ cpu: 4 * 1000 + 3 * 100 + 950, memory: 4 * 2048 + 3 * 128 + 290 });
});
