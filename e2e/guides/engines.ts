import { Cpu } from 'cdk8s-plus-28';
import { Engine, type VllmGuideProps } from '../../lib';
import { podMetrics, sum } from '../support/metrics';
import { readyPodNames } from '../support/pods';
import type { Answer } from '../support/requests';

/** Requests that each pod answered, by the pod's name. */
export type Shares = Map<string, number>;

/** What runs in the model servers' pods. */
export interface EngineUnderTest {
  readonly id: string;
  readonly title: string;
  /** What differs from the guides. */
  readonly props: VllmGuideProps;
  /** Enough for a split of 90 to 10 to show, as far as the engine's speed allows. */
  readonly splitRequests: number;
  /** Steady traffic that it can bear, and for how long: past the drain and the start of the replacement. */
  readonly steady: { readonly perSecond: number; readonly seconds: number; readonly tokens: number };
  /** What `completion_tokens` says after a request for this many, which no end of a text cuts short. */
  tokens(max: number): unknown;
  /** Which pods answered what `send` sends. */
  shares(namespace: string, send: () => Promise<Answer[]>): Promise<Shares>;
}

/** The header in which the simulator names the pod. */
export const POD_HEADER = 'x-inference-pod';

export const SIMULATOR: EngineUnderTest = {
  id: 'sim',
  title: 'simulated vLLM',
  // A request takes 0.2 s and 10 ms for each token, so that there is work under way when a pod goes.
  props: {
    engine: Engine.simulator(),
    extraArgs: ['--time-to-first-token=200ms', '--inter-token-latency=10ms'],
  },
  splitRequests: 200,
  steady: { perSecond: 10, seconds: 25, tokens: 20 },
  // Its texts are random, and so is their length.
  tokens: () => expect.any(Number),
  async shares(_namespace, send) {
    const shares: Shares = new Map();
    for (const { headers } of await send()) {
      const pod = String(headers[POD_HEADER]);
      shares.set(pod, (shares.get(pod) ?? 0) + 1);
    }
    return shares;
  },
};

export const REAL_VLLM: EngineUnderTest = {
  id: 'vllm',
  title: 'real vLLM 0.32.0 with random weights',
  // Three replicas that ask for 1 CPU each would not fit a node of two cores. Limits and memory stay as they are.
  props: { resources: { cpu: { request: Cpu.millis(100) } } },
  splitRequests: 60,
  steady: { perSecond: 3, seconds: 75, tokens: 5 },
  tokens: (max) => max,
  async shares(namespace, send) {
    const before = await successes(namespace);
    const answered = (await send()).filter(({ status }) => status === 200).length;
    let shares = await sharesSince(namespace, before);
    // vLLM counts a request after it has answered it.
    for (let i = 0; i < 20 && total(shares) < answered; i++) {
      shares = await sharesSince(namespace, before);
    }
    return shares;
  },
};

async function sharesSince(namespace: string, before: Shares): Promise<Shares> {
  const deltas = [...(await successes(namespace))].map(
    ([pod, count]) => [pod, count - (before.get(pod) ?? 0)] as const,
  );
  return new Map(deltas.filter(([, count]) => count > 0));
}

/** vLLM does not say in its answers which pod it is, but each pod counts. */
async function successes(namespace: string): Promise<Shares> {
  const pods = await readyPodNames(namespace, 'vllm');
  const count = async (pod: string) => sum(await podMetrics(namespace, pod, 8000), 'vllm:request_success_total');
  return new Map(await Promise.all(pods.map(async (pod) => [pod, await count(pod)] as const)));
}

function total(shares: Shares): number {
  return [...shares.values()].reduce((all, count) => all + count, 0);
}
