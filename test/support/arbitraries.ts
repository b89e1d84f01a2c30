import { App, Chart, Duration, Size } from 'cdk8s';
import fc from 'fast-check';
import {
  Drain,
  Engine,
  InferenceStack,
  type InferenceStackProps,
  LlmdChart,
  Model,
  Release,
  type RewriteRule,
} from '../../lib';
import { DATA_PLANES } from './stacks';

/** Names that fit everything that is derived from them, `envoy-<namespace>-<name>-gateway` included. */
export const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,14}[a-z0-9]$/);

const labels = fc.dictionary(
  fc.stringMatching(/^team-[a-z]{1,5}$/),
  fc.stringMatching(/^([A-Za-z0-9]([A-Za-z0-9._-]{0,10}[A-Za-z0-9])?)?$/),
  { maxKeys: 3 },
);

const engine = fc.oneof(
  fc.constant(() => Engine.simulator()),
  fc.integer({ min: 1, max: 8 }).map((gibibytes) => () => Engine.vllmCpu({ kvCacheSpace: Size.gibibytes(gibibytes) })),
);

const drain = fc.oneof(
  fc.constant(Drain.none()),
  fc
    .tuple(fc.nat(60), fc.nat(600))
    .map(([preStop, shutdown]) =>
      Drain.of({ preStop: Duration.seconds(preStop), engineShutdown: Duration.seconds(shutdown) }),
    ),
);

const targets = fc.oneof(
  fc.uniqueArray(name, { minLength: 1, maxLength: 3 }).map((models) => models.map((model) => ({ model }))),
  fc.array(fc.record({ model: name, weight: fc.integer({ min: 1, max: 1_000_000 }) }), { minLength: 1, maxLength: 3 }),
);

const rewrites: fc.Arbitrary<RewriteRule[]> = fc
  .tuple(
    fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 }),
    fc.infiniteStream(targets),
  )
  .map(([models, stream]) => models.map((model) => ({ models: [model], targets: stream.next().value })));

/** A data plane, with a release that it works with. */
const dataPlaneAndRelease = fc.constantFrom(...Object.keys(DATA_PLANES)).chain((dataPlane) =>
  fc.record({
    dataPlane: fc.constant(dataPlane),
    release: fc.constantFrom(...DATA_PLANES[dataPlane]().capabilities.releases),
  }),
);

/** The parameters of a stack, as plain data, so that the same stack can be made twice. */
export const stackRecipe = fc.record({
  wiring: dataPlaneAndRelease,
  engine,
  options: fc.record<Omit<InferenceStackProps, 'model'>, never>({
    name,
    drain,
    port: fc.integer({ min: 1024, max: 65535 }),
    replicas: fc.option(fc.nat(10), { nil: undefined }),
    servedModelNames: fc.option(fc.uniqueArray(name, { minLength: 1, maxLength: 3 }), { nil: undefined }),
    rewrites: fc.option(rewrites, { nil: undefined }),
    podLabels: labels,
    podSelector: fc.option(fc.constant({ 'llm-d.ai/model': 'random' }), { nil: undefined }),
    disruptionBudget: fc.option(fc.constant({ maxUnavailable: 1 }), { nil: undefined }),
    endpointPicker: fc.record({ metricsAuth: fc.boolean() }),
  }),
});

/** An app of a few stacks in different namespaces, in charts with or without a namespace and labels. */
export const appRecipe = fc.record({
  stacks: fc
    .tuple(fc.uniqueArray(name, { minLength: 1, maxLength: 3 }), fc.infiniteStream(stackRecipe))
    .map(([namespaces, recipes]) => namespaces.map((namespace) => ({ namespace, ...recipes.next().value }))),
  llmdChart: fc.boolean(),
  stamped: fc.option(name, { nil: undefined }),
  labels,
});

type Value<T> = T extends fc.Arbitrary<infer V> ? V : never;
export type AppRecipe = Value<typeof appRecipe>;

/** Makes the app. All stacks are in one chart, as in an application with a chart of its own. */
export function makeApp({ stacks, llmdChart, stamped, labels: chartLabels }: AppRecipe): App {
  const app = new App();
  const Type = llmdChart ? LlmdChart : Chart;
  const chart = new Type(app, 'chart', { namespace: stamped, labels: chartLabels, disableResourceNameHashes: true });
  stacks.forEach(({ namespace, wiring, engine: makeEngine, options }, index) => {
    new InferenceStack(chart, `stack-${index}`, {
      ...options,
      namespace,
      model: Model.huggingFace('facebook/opt-125m'),
      engine: makeEngine(),
      dataPlane: DATA_PLANES[wiring.dataPlane](),
      release: Release.of(wiring.release),
    });
  });
  return app;
}
