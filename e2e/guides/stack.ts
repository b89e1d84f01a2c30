import { METRICS_PORT } from '../../lib/catalogue/endpoint-picker/ports';
import {
  FaultToleranceGuide,
  LlmdGuide,
  LoadDistributionGuide,
  ModelAliasingGuide,
  ObservabilityGuide,
  type Release,
  VllmGuide,
} from '../../lib';
import { apply, changes } from '../support/apply';
import { getList, rolledOut } from '../support/kubectl';
import { parseMetrics, type Sample, sum } from '../../lib/exercises/metrics';
import { PortForward } from '../support/port-forward';
import { get } from '../support/requests';
import { synth } from '../support/synth';
import { until } from '../support/wait';
import type { DataPlaneUnderTest } from './data-planes';
import type { EngineUnderTest } from './engines';

/** The data plane, engine and release with which a suite runs the guides. */
export interface Setup {
  readonly engine: EngineUnderTest;
  readonly dataPlane: DataPlaneUnderTest;
  readonly release: Release;
}

export const LATER_GUIDES = {
  2: LlmdGuide,
  3: LoadDistributionGuide,
  4: ModelAliasingGuide,
  5: FaultToleranceGuide,
  6: ObservabilityGuide,
};

export const MODEL = 'facebook/opt-125m';
export const CANARY = 'facebook/opt-125m-canary';
export const POOL = 'gaie-sim';
export const PICKER = 'gaie-sim-epp';

/** The stack of the guides in the namespace of a suite. It grows with each guide that is applied. */
export class Stack {
  private readonly tunnels: { [name: string]: PortForward } = {};

  constructor(
    readonly setup: Setup,
    readonly namespace: string,
  ) {}

  /** Guide 1, which has neither a picker nor a gateway: requests go to the Service `vllm`. */
  async applyFirst(): Promise<void> {
    const { yaml } = synth(this.namespace, (chart) => new VllmGuide(chart, 'guide', this.setup.engine.props));
    await this.applyTwice(yaml);
    await this.open('entry', 'svc/vllm', 8000);
  }

  /** Applies a guide on top of the one before, waits until all of it is ready, and opens a tunnel to its entry. */
  async apply(number: keyof typeof LATER_GUIDES): Promise<void> {
    const { engine, dataPlane, release } = this.setup;
    const props = { ...engine.props, dataPlane: dataPlane.make(), release };
    const { yaml, made } = synth(this.namespace, (chart) => {
      const guide = new LATER_GUIDES[number](chart, 'guide', props);
      engine.adjust?.(guide);
      return guide;
    });
    await this.applyTwice(yaml);
    await dataPlane.ready(this.namespace);
    // Pods that the tunnels led to may have been replaced.
    await this.open('entry', `svc/${made.entry.service}`, made.entry.port, made.entry.namespace);
    await this.open('metrics', `svc/${PICKER}`, METRICS_PORT);
    // Envoy Gateway sets the condition Programmed before its proxy has the configuration.
    const status = async () => (await get(`${this.entry}/v1/models`)).status;
    await until('GET /v1/models through the entry to answer 200', 60, status, (it) => it === 200);
    const replicas = number === 2 ? 1 : 3;
    await until(
      `the picker to count ${replicas} ready pods`,
      60,
      () => this.readyEndpoints(),
      (it) => it === replicas,
    );
  }

  /** Base URL of the entry. */
  get entry(): string {
    return this.tunnels.entry.url;
  }

  /** What the picker reports on the metrics port of its Service. */
  async pickerMetrics(): Promise<Sample[]> {
    return parseMetrics((await get(`${this.tunnels.metrics.url}/metrics`)).body);
  }

  /** How many pods the picker may choose from, by its own metrics. */
  async readyEndpoints(): Promise<number> {
    return sum(await this.pickerMetrics(), this.setup.release.readyEndpointsMetric, { name: POOL });
  }

  /** Closes the tunnels. */
  async close(): Promise<void> {
    await Promise.all(Object.values(this.tunnels).map((tunnel) => tunnel.close()));
  }

  private async applyTwice(yaml: string): Promise<void> {
    await apply(yaml);
    const deployments = (await getList('deployments', '-n', this.namespace)).map(({ metadata }) => metadata.name);
    await Promise.all(deployments.map((name) => rolledOut(this.namespace, name)));
    expect(changes(await apply(yaml))).toEqual([]);
  }

  private async open(name: string, target: string, port: number, namespace: string = this.namespace): Promise<void> {
    await this.tunnels[name]?.close();
    this.tunnels[name] = await PortForward.open(namespace, target, port);
  }
}
