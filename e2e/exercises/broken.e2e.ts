import { ApiObject, JsonPatch } from 'cdk8s';
import { POOL_API_VERSION } from '../../lib/catalogue/api-groups';
import {
  DataPlane,
  Drain,
  EndpointPickerConfig,
  Engine,
  InferenceStack,
  type InferenceStackProps,
  Model,
  Release,
  type RewriteRule,
} from '../../lib';
import { type Check, type ExerciseName, type ExerciseOptions, EXERCISES, withSession } from '../../lib/exercises';
import { apply } from '../support/apply';
import { defineKinds } from '../support/definitions';
import { getList, rolledOut } from '../support/kubectl';
import { ownNamespace } from '../support/namespace';
import { synth } from '../support/synth';
import { note } from '../support/wait';

const MODEL = 'facebook/opt-125m';
const CANARY = `${MODEL}-canary`;

/** A stack with a fault that an exercise must find. */
interface Broken {
  readonly props?: Partial<InferenceStackProps>;
  /** Changes the objects that the constructs made. */
  readonly patch?: (stack: InferenceStack) => void;
  readonly exercise: ExerciseName;
  readonly options?: ExerciseOptions;
  /** Where there are several. */
  readonly pool?: string;
  /** Matches the report of the checks that fail. */
  readonly reason: RegExp;
}

const AB: RewriteRule = {
  models: ['opt-ab'],
  targets: [
    { model: MODEL, weight: 90 },
    { model: CANARY, weight: 10 },
  ],
};

const BROKEN: { readonly [name: string]: Broken } = {
  'no readiness probe and no drain': {
    // Requests that take longer than a pod's grace period fail reliably; whether a new pod gets a request before it
    // listens varies between runs.
    props: { drain: Drain.none(), extraArgs: ['--time-to-first-token=3s'] },
    patch({ modelServer: { workload: deployment } }) {
      const pod = '/spec/template/spec';
      const container = `${pod}/containers/0`;
      deployment.addJsonPatch(JsonPatch.add(`${pod}/terminationGracePeriodSeconds`, 1));
      ['startupProbe', 'readinessProbe'].forEach((probe) =>
        deployment.addJsonPatch(JsonPatch.remove(`${container}/${probe}`)),
      );
    },
    exercise: 'fault-tolerance',
    options: { faults: ['rolling restart'], rate: 4 },
    reason:
      /^rolling restart: every request is answered: [1-9]\d* of \d+ failed: \d+ x .*no readinessProbe.*no preStop/,
  },
  'a picker that ends before the next one starts': {
    patch({ pool: { endpointPicker } }) {
      endpointPicker.deployment.addJsonPatch(
        JsonPatch.replace('/spec/strategy', { type: 'Recreate' }),
        JsonPatch.remove('/spec/template/spec/containers/0/startupProbe'),
        ...[0, 1].map((index) => JsonPatch.remove(`/spec/template/spec/containers/${index}/lifecycle`)),
      );
    },
    exercise: 'fault-tolerance',
    options: { faults: ['picker-rollout'], rate: 20 },
    reason:
      /^picker-rollout: every request is answered: [1-9]\d* of \d+ failed: \d+ x .*before the next one serves.*no startupProbe.*no preStop/,
  },
  'a picker that draws lots': {
    props: {
      endpointPicker: {
        config: EndpointPickerConfig.custom({
          plugins: [{ type: 'random-picker' }],
          schedulingProfiles: [{ name: 'default', plugins: [{ pluginRef: 'random-picker' }] }],
        }),
      },
    },
    exercise: 'load-distribution',
    reason: /^one prefix stays on one pod: the busiest answered \d+: [\d +]+ \(.*prefix-cache-scorer/,
  },
  'other weights than are meant': {
    props: {
      rewrites: [
        {
          models: ['opt-ab'],
          targets: [
            { model: MODEL, weight: 10 },
            { model: CANARY, weight: 90 },
          ],
        },
      ],
    },
    exercise: 'model-aliasing',
    options: { requests: 100, splits: { 'opt-ab': { [MODEL]: 90, [CANARY]: 10 } } },
    reason: /^the weights of opt-ab are those that are meant: 10.0 % to facebook.opt-125m, 90.0 % to/,
  },
  'a target without a weight': {
    props: { rewrites: [AB] },
    patch: ({ rewrite }) => rewrite!.apiObject.addJsonPatch(JsonPatch.remove('/spec/rules/0/targets/1/weight')),
    exercise: 'model-aliasing',
    options: { requests: 100 },
    reason: /^the targets of opt-ab have weights: none for facebook.opt-125m-canary, which gets nothing$/,
  },
  'a picker that looks for other pods': {
    patch(stack) {
      const { pool } = stack;
      // It follows a pool of its own.
      new ApiObject(stack, 'another', {
        apiVersion: POOL_API_VERSION,
        kind: 'InferencePool',
        metadata: { name: 'another', namespace: pool.namespace },
        spec: {
          selector: { matchLabels: { app: 'another' } },
          targetPorts: [{ number: 8000 }],
          endpointPickerRef: { name: pool.endpointPicker.name, port: { number: 9002 } },
        },
      });
      pool.endpointPicker.deployment.addJsonPatch(
        JsonPatch.replace('/spec/template/spec/containers/0/args/0', '--pool-name=another'),
      );
    },
    pool: 'opt',
    exercise: 'load-distribution',
    reason: /^the endpoint picker knows the pods: it counts 0 of 3 ready pods \(compare the selector/,
  },
};

describe.each(Object.entries(BROKEN))('simulated vLLM, real picker gaie-v1.5.0, %s:', (name, broken) => {
  const namespace = ownNamespace(`broken ${name}`);

  test(`${broken.exercise} fails, and says why`, async () => {
    await defineKinds(Release.GAIE_V1_5_0);
    const { yaml } = synth(namespace, (chart) => {
      const stack = new InferenceStack(chart, 'opt', {
        model: Model.huggingFace(MODEL),
        servedModelNames: [MODEL, CANARY],
        engine: Engine.simulator(),
        replicas: 3,
        dataPlane: DataPlane.standaloneEnvoy(),
        release: Release.GAIE_V1_5_0,
        ...broken.props,
      });
      broken.patch?.(stack);
      return stack;
    });
    await apply(yaml);
    const deployments = await getList('deployments', '-n', namespace);
    await Promise.all(deployments.map(({ metadata }) => rolledOut(namespace, metadata.name)));
    const failed = await failedChecks(namespace, broken);
    failed.forEach((text) => note(text));
    expect(failed).toContainEqual(expect.stringMatching(broken.reason));
  });
});

function failedChecks(namespace: string, { exercise, options, pool }: Broken): Promise<string[]> {
  return withSession({ namespace, pool }, async (session) => {
    const { checks } = await EXERCISES[exercise](session, options);
    return checks
      .filter(({ passed }) => !passed)
      .map(({ name, measured, hint }: Check) => `${name}: ${measured}${hint === undefined ? '' : ` (${hint})`}`);
  });
}
