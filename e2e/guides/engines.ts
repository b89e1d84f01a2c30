import { JsonPatch } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-28';
import { DEFAULT_VLLM } from '../../lib/catalogue/engines/vllm';
import { Engine, type LlmdGuide, type VllmGuideProps } from '../../lib';

/** An engine for the model servers' pods. */
export interface EngineUnderTest {
  readonly id: string;
  readonly title: string;
  /** What differs from the guides. */
  readonly props: VllmGuideProps;
  /** Changes what the constructs made, where the test cluster is too small for it. */
  adjust?(guide: LlmdGuide): void;
  /** Matches `completion_tokens` after a request for this many tokens without an early end. */
  tokens(max: number): unknown;
  /** Steady traffic that it must sustain, in requests a second. */
  readonly bears?: number;
}

/** The header in which the simulator names the pod. */
export const POD_HEADER = 'x-inference-pod';

export const SIMULATOR: EngineUnderTest = {
  id: 'sim',
  title: 'simulated vLLM',
  // A request takes 0.2 s and 10 ms for each token, so that requests are running when a pod is deleted.
  props: {
    engine: Engine.simulator(),
    extraArgs: ['--time-to-first-token=200ms', '--inter-token-latency=10ms'],
  },
  // Its texts are random, and so is their length.
  tokens: () => expect.any(Number),
  bears: 20,
};

export const REAL_VLLM: EngineUnderTest = {
  id: 'vllm',
  title: `real vLLM ${DEFAULT_VLLM.version} with random weights`,
  // Three replicas that ask for 1 CPU each would not fit a node of two cores. Limits and memory stay as they are.
  props: { resources: { cpu: { request: Cpu.millis(100) } } },
  tokens: (max) => max,
  // By default the picker reads the metrics of each pod 20 times a second. For three engines on two cores that is
  // most of the load; on larger machines it hardly matters.
  adjust: ({ pool }) =>
    pool.endpointPicker.deployment.addJsonPatch(
      JsonPatch.add('/spec/template/spec/containers/0/args/-', '--refresh-metrics-interval=1s'),
    ),
};
