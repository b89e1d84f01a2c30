import { App } from 'cdk8s';
import fc from 'fast-check';
import { LlmdStack } from '../../lib';
import { validate, type Identity } from '../../lib/validation';
import { type AppRecipe, appRecipe, makeApp } from '../support/arbitraries';
import { podsOf } from '../support/pods';
import { restrictedViolations } from '../support/restricted';
import { DATA_PLANES, OPT } from '../support/stacks';
import { type KubeObject, nameOf, parseObjects } from '../support/objects';

/** Properties of every app, for any combination of stacks. */

const CLUSTER_SCOPED = ['ClusterRole', 'ClusterRoleBinding'];
const RFC_1123 = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/** The Gateway of the data plane `existingGateway`, which no app makes. */
const SHARED: Identity = { group: 'gateway.networking.k8s.io', kind: 'Gateway', namespace: 'gateways', name: 'shared' };

/** Warnings about choices that a recipe makes at random and that a user may want. */
const OF_RANDOM_CHOICES: ReadonlySet<string> = new Set([
  // Models of rewrites, whatever the model server serves.
  'LLMD-REWRITE-UNSERVED',
  // One half of a drain without the other.
  'LLMD-DRAIN-PRE-STOP',
  'LLMD-DRAIN-ENGINE',
  // Two stacks behind one existing Gateway.
  'LLMD-ROUTE-CONFLICT',
]);

/** The diagnostics of a complete set of objects, each as `CODE Kind/name: message`. */
function diagnosticsOf(objects: readonly KubeObject[]): string[] {
  return validate(
    objects.map((object) => ({ object })),
    { closed: true, external: [SHARED] },
  )
    .filter(({ severity, code }) => severity !== 'note' && !OF_RANDOM_CHOICES.has(code))
    .map(({ code, kind, name, message }) => `${code} ${kind}/${name}: ${message}`);
}

// Each synth prints the warnings about these models.
beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation());

function holds(check: (objects: KubeObject[], recipe: AppRecipe) => void): void {
  fc.assert(
    fc.property(appRecipe, (recipe) =>
      check(
        makeApp(recipe).charts.flatMap((chart) => chart.toJson()),
        recipe,
      ),
    ),
    { numRuns: 20 },
  );
}

test('the same input makes the same bytes, and YAML with the values of the objects', () => {
  fc.assert(
    fc.property(appRecipe, (recipe) => {
      const app = makeApp(recipe);
      const yaml = app.synthYaml();
      expect(makeApp(recipe).synthYaml()).toBe(yaml);
      expect(parseObjects(yaml)).toEqual(app.charts.flatMap((chart) => chart.toJson()));
    }),
    { numRuns: 15 },
  );
});

test('validation finds nothing', () => {
  holds((objects) => expect(diagnosticsOf(objects)).toEqual([]));
});

describe('validation finds what refers to an object that is missing:', () => {
  const stack = (dataPlane: string): KubeObject[] => {
    const rewrites = [{ targets: [{ model: 'facebook/opt-125m' }] }];
    return new LlmdStack(new App(), 'opt', { model: OPT, dataPlane: DATA_PLANES[dataPlane](), rewrites }).toJson();
  };

  test.each([
    ['agentgateway', 'Deployment/opt'],
    ['agentgateway', 'Deployment/opt-epp'],
    ['agentgateway', 'Service/opt-epp'],
    ['agentgateway', 'ConfigMap/opt-epp'],
    ['agentgateway', 'ServiceAccount/opt-epp'],
    ['agentgateway', 'Role/opt-epp'],
    ['agentgateway', 'ClusterRole/llm-d:default:opt-epp'],
    ['agentgateway', 'InferencePool/opt'],
    ['agentgateway', 'Gateway/opt-gateway'],
    ['agentgateway', 'AgentgatewayParameters/opt-gateway'],
    ['Envoy Gateway', 'HTTPRoute/opt'],
    ['Envoy Gateway', 'Service/opt-endpoints'],
    ['Envoy Gateway', 'EnvoyProxy/opt-gateway'],
    ['standalone Envoy in a Deployment', 'Deployment/opt-gateway'],
    ['standalone Envoy in a Deployment', 'ConfigMap/opt-gateway'],
  ])('%s without %s', (dataPlane, missing) => {
    const objects = stack(dataPlane);
    expect(objects.map(nameOf)).toContain(missing);
    expect(diagnosticsOf(objects)).toEqual([]);
    expect(diagnosticsOf(objects.filter((object) => nameOf(object) !== missing))).not.toEqual([]);
  });
});

test('every namespaced object has the namespace of its stack, and no other has one', () => {
  holds((objects, { stacks }) => {
    const namespaces = stacks.map(({ namespace }) => namespace);
    for (const object of objects) {
      const clusterScoped = CLUSTER_SCOPED.includes(object.kind);
      expect([nameOf(object), 'namespace' in object.metadata]).toEqual([nameOf(object), !clusterScoped]);
      expect([undefined, ...namespaces]).toContain(object.metadata.namespace);
    }
  });
});

test('every name is RFC 1123, but for the cluster-wide ones, which hold two of them', () => {
  holds((objects) => {
    for (const { kind, metadata } of objects) {
      const names = CLUSTER_SCOPED.includes(kind) ? metadata.name.split(':') : [metadata.name];
      expect(names.filter((name) => !RFC_1123.test(name))).toEqual([]);
    }
  });
});

test('a selector is exactly `app: <name>`, whatever labels there are', () => {
  holds((objects) => {
    for (const { metadata, spec } of objects.filter(({ kind }) => kind === 'Deployment')) {
      expect(spec.selector).toEqual({ matchLabels: { app: metadata.name } });
    }
  });
});

test("the pods of a Gateway's controller pass `restricted`, too", () => {
  holds((objects) => {
    const violations = podsOf(objects).flatMap(({ owner, spec }) =>
      restrictedViolations(spec).map((violation) => `${owner}: ${violation}`),
    );
    expect(violations).toEqual([]);
  });
});

test('a pod has time for its drain, and its picker ends later', () => {
  holds((objects, { stacks }) => {
    const grace = (name: string, namespace: string): number =>
      objects.find(
        ({ kind, metadata }) => kind === 'Deployment' && metadata.name === name && metadata.namespace === namespace,
      )!.spec.template.spec.terminationGracePeriodSeconds;
    for (const { namespace, options } of stacks) {
      const { preStopSeconds, engineShutdownSeconds } = options.drain!;
      expect(grace(options.name, namespace)).toBeGreaterThan(preStopSeconds + engineShutdownSeconds);
      expect(grace(`${options.name}-epp`, namespace)).toBeGreaterThanOrEqual(grace(options.name, namespace));
    }
  });
});
