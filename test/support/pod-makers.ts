import type { LlmdChart } from '../../lib';
import {
  AgentgatewayController,
  DataPlane,
  Engine,
  EnvoyPlacement,
  InferencePool,
  Model,
  ModelServer,
  type PodOptions,
} from '../../lib';
import { find, type KubeObject } from './objects';
import { newChart } from './synth';

export const MODEL = Model.huggingFace('facebook/opt-125m');
const EXISTING_PODS = { labels: { app: 'elsewhere' } };

/** Every construct that makes pods, and the Deployment in which they appear. */
export const MAKERS: [string, deployment: string, make: (chart: LlmdChart, options: PodOptions) => void][] = [
  ...[Engine.vllmCpu(), Engine.simulator()].map((engine, index): (typeof MAKERS)[number] => [
    `ModelServer with ${['vLLM', 'the simulator'][index]}`,
    'server',
    (chart, options) => new ModelServer(chart, 'server', { model: MODEL, engine, ...options }),
  ]),
  [
    'EndpointPicker',
    'pool-epp',
    (chart, options) => new InferencePool(chart, 'pool', { existingPods: EXISTING_PODS, endpointPicker: options }),
  ],
  [
    'EndpointPicker with a sidecar',
    'pool-epp',
    (chart, options) => {
      const { transport } = DataPlane.standaloneEnvoy();
      return new InferencePool(chart, 'pool', { existingPods: EXISTING_PODS, endpointPicker: options, transport });
    },
  ],
  [
    'standalone Envoy in a Deployment of its own',
    'pool-gateway',
    (chart, pods) => {
      const dataPlane = DataPlane.standaloneEnvoy({ placement: EnvoyPlacement.DEPLOYMENT, pods });
      const pool = new InferencePool(chart, 'pool', { existingPods: EXISTING_PODS, transport: dataPlane.transport });
      dataPlane.bind(chart, { pool });
    },
  ],
  ['AgentgatewayController', 'agentgateway', (chart, options) => new AgentgatewayController(chart, 'test', options)],
];

/** The Deployment with and without some pod options; `options` may make constructs in the chart. */
export function deployments(maker: (typeof MAKERS)[number], options: (chart: LlmdChart) => PodOptions) {
  const [, name, make] = maker;
  const build = (of: (chart: LlmdChart) => PodOptions): KubeObject => {
    const chart = newChart();
    make(chart, of(chart));
    return find(chart.toJson(), 'Deployment', name);
  };
  const [before, after] = [build(() => ({})), build(options)];
  const spec = after.spec.template.spec;
  return { before, after, metadata: after.spec.template.metadata, spec, container: spec.containers[0] };
}
