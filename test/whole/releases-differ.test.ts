import { DataPlane, type LlmdGuideProps, ObservabilityGuide, Release } from '../../lib';
import { type Differences, differences } from '../support/differences';
import { find, type KubeObject, mainContainer } from '../support/objects';
import { synth } from '../support/synth';

/*
 * Lists every field in which two stacks differ: the default, llm-d-router v0.10.0 behind agentgateway, which CI cannot
 * build, and GAIE v1.5.0 behind Envoy, which CI runs. All other fields of the default have thus run in CI.
 */

function guide6(props?: LlmdGuideProps): KubeObject[] {
  return synth((chart) => new ObservabilityGuide(chart, 'guide', props));
}

const DEFAULT = guide6();

/** In the release: the image, the groups that are watched, and the group of the rewrite. */
const RELEASE: { readonly [object: string]: string[] } = {
  'Role/gaie-sim-epp': ['/rules/2/apiGroups/0', '/rules/2/apiGroups/1'],
  'ConfigMap/gaie-sim-epp': ['/data/config.yaml'],
  'InferenceModelRewrite/opt-stable': ['/apiVersion'],
};

const POD = '/spec/template/spec';
const IMAGE = `${POD}/containers/0/image`;
/** Changes because the configuration has another `apiVersion`. */
const HASH = '/spec/template/metadata/annotations/cdk8s-llm-d~1config-sha256';
/** `--secure-serving`: agentgateway forces TLS to the picker, and the Envoys of CI speak plaintext. */
const TLS = `${POD}/containers/0/args/6`;

/** The objects of agentgateway that no other data plane has. */
const AGENTGATEWAY_ONLY = ['AgentgatewayParameters/infra-sim-inference-gateway'];

const MOUNT = ['mountPath', 'name', 'readOnly'].map((field) => `${POD}/containers/1/volumeMounts/0/${field}`);
const PROBES = ['livenessProbe', 'readinessProbe'].flatMap((probe) =>
  ['httpGet/path', 'httpGet/port', 'periodSeconds'].map((field) => `${POD}/containers/1/${probe}/${field}`),
);

/** Both containers live until Envoy has drained. */
const DRAIN = [
  `${POD}/containers/0/lifecycle/preStop/sleep/seconds`,
  ...[0, 1].flatMap((index) =>
    ['path', 'port'].map((field) => `${POD}/containers/${index}/lifecycle/preStop/httpGet/${field}`),
  ),
];

/** The whole second container of the picker's pod, and what it changes in the first. */
const SIDECAR = [
  ...DRAIN,
  ...[0, 1, 2, 3, 4].map((index) => `${POD}/containers/1/args/${index}`),
  ...['image', 'imagePullPolicy', 'name'].map((field) => `${POD}/containers/1/${field}`),
  ...[0, 1].flatMap((index) => ['containerPort', 'name'].map((field) => `${POD}/containers/1/ports/${index}/${field}`)),
  ...['limits/memory', 'requests/cpu', 'requests/memory'].map((field) => `${POD}/containers/1/resources/${field}`),
  ...['allowPrivilegeEscalation', 'capabilities/drop/0', 'readOnlyRootFilesystem'].map(
    (field) => `${POD}/containers/1/securityContext/${field}`,
  ),
  ...MOUNT,
  ...PROBES,
  ...['configMap/name', 'name'].map((field) => `${POD}/volumes/2/${field}`),
];

const STANDALONE_ENVOY: Differences = {
  removed: [...AGENTGATEWAY_ONLY, 'Gateway/infra-sim-inference-gateway', 'HTTPRoute/gaie-sim'],
  added: [],
  changed: {
    ...RELEASE,
    'ConfigMap/gaie-sim-epp': ['/data/config.yaml', '/data/envoy.yaml'],
    'Deployment/gaie-sim-epp': [HASH, IMAGE, TLS, ...SIDECAR],
    'Service/gaie-sim-epp': ['name', 'port', 'targetPort'].map((field) => `/spec/ports/2/${field}`),
  },
};

const ENVOY_GATEWAY: Differences = {
  removed: AGENTGATEWAY_ONLY,
  added: [
    'EnvoyProxy/infra-sim-inference-gateway',
    'ClientTrafficPolicy/infra-sim-inference-gateway',
    'Service/gaie-sim-endpoints',
    'EnvoyExtensionPolicy/gaie-sim',
    'BackendTrafficPolicy/gaie-sim',
  ],
  changed: {
    ...RELEASE,
    'Deployment/gaie-sim-epp': [HASH, IMAGE, TLS],
    'Gateway/infra-sim-inference-gateway': [
      '/metadata/labels/app.kubernetes.io~1name',
      '/spec/gatewayClassName',
      '/spec/infrastructure/parametersRef/group',
      '/spec/infrastructure/parametersRef/kind',
    ],
    'HTTPRoute/gaie-sim': [
      '/metadata/labels/app.kubernetes.io~1name',
      ...['group', 'kind', 'name', 'port'].map((field) => `/spec/rules/0/backendRefs/0/${field}`),
    ],
  },
};

function sorted({ removed, added, changed }: Differences): Differences {
  const fields = Object.entries(changed).map(([object, paths]) => [object, [...paths].sort()]);
  return { removed: [...removed].sort(), added: [...added].sort(), changed: Object.fromEntries(fields) };
}

describe('guide 6 as it ships (llm-d-router v0.10.0, agentgateway) and as CI runs it differ in this list only:', () => {
  test.each([
    ['GAIE v1.5.0, standalone Envoy', DataPlane.standaloneEnvoy(), STANDALONE_ENVOY],
    ['GAIE v1.5.0, Envoy Gateway', DataPlane.envoyGateway(), ENVOY_GATEWAY],
  ])('%s', (_, dataPlane, expected) => {
    const ofCi = guide6({ release: Release.GAIE_V1_5_0, dataPlane });
    expect(sorted(differences(DEFAULT, ofCi))).toEqual(sorted(expected));
  });

  test('so that the model server is the same to the last field', () => {
    const differing = [STANDALONE_ENVOY, ENVOY_GATEWAY].flatMap(({ removed, added, changed }) => [
      ...removed,
      ...added,
      ...Object.keys(changed),
    ]);
    expect(differing.filter((object) => object.endsWith('/vllm'))).toEqual([]);
    expect(find(DEFAULT, 'Deployment', 'vllm').spec.replicas).toBe(3);
  });
});

describe('the values of these fields:', () => {
  const ofCi = guide6({ release: Release.GAIE_V1_5_0, dataPlane: DataPlane.envoyGateway() });
  const config = (objects: KubeObject[]): string => find(objects, 'ConfigMap', 'gaie-sim-epp').data['config.yaml'];

  test('of the configuration, its first line only', () => {
    const [first, ...rest] = config(DEFAULT).split('\n');
    expect(first).toBe('apiVersion: llm-d.ai/v1alpha1');
    expect(config(ofCi).split('\n')).toEqual(['apiVersion: inference.networking.x-k8s.io/v1alpha1', ...rest]);
  });

  test('of the flags, one', () => {
    const args = (objects: KubeObject[]) => mainContainer(objects, 'gaie-sim-epp').args;
    expect(args(DEFAULT)[6]).toBe('--secure-serving=true');
    expect(args(ofCi)[6]).toBe('--secure-serving=false');
  });

  test('of the Role, one group more', () => {
    const groups = (objects: KubeObject[]) => find(objects, 'Role').rules[2].apiGroups;
    expect(groups(DEFAULT)).toEqual(['llm-d.ai', 'inference.networking.x-k8s.io']);
    expect(groups(ofCi)).toEqual(['inference.networking.x-k8s.io']);
  });
});

test.each([
  ['standalone Envoy', () => DataPlane.standaloneEnvoy()],
  ['Envoy Gateway', () => DataPlane.envoyGateway()],
])('GAIE v1.4.0 and v1.5.0 differ in the image only, behind %s', (_, dataPlane) => {
  const [older, newer] = [Release.GAIE_V1_4_0, Release.GAIE_V1_5_0].map((release) =>
    guide6({ release, dataPlane: dataPlane() }),
  );
  expect(differences(older, newer)).toEqual({
    removed: [],
    added: [],
    changed: { 'Deployment/gaie-sim-epp': [IMAGE] },
  });
});
