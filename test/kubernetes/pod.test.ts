import { Size } from 'cdk8s';
import { ConfigMap, Cpu, EnvValue, Secret, ServiceAccount } from 'cdk8s-plus-28';
import type { LlmdChart } from '../../lib';
import { ModelServer, Mount, type PodOptions } from '../../lib';
import { deployments, MAKERS, MODEL } from '../support/pod-makers';
import { newChart } from '../support/synth';

describe.each(MAKERS)('%s', (...maker) => {
  const given = (options: (chart: LlmdChart) => PodOptions) => deployments(maker, options);
  const namespace = maker[1] === 'agentgateway' ? 'agentgateway-system' : 'default';

  test('serviceAccount', () => {
    const { before, spec } = given((chart) => ({
      serviceAccount: ServiceAccount.fromServiceAccountName(chart, 'account', 'robot', { namespaceName: namespace }),
    }));
    expect(spec.serviceAccountName).toBe('robot');
    expect(spec.automountServiceAccountToken).toBe(before.spec.template.spec.automountServiceAccountToken);
  });

  test('imageRegistry, for all containers', () => {
    const { before, spec } = given(() => ({ imageRegistry: 'mirror.example/hub' }));
    const images = (template: any) => template.containers.map(({ image }: any) => image);
    const mirrored = images(before.spec.template.spec).map(
      (image: string) => `mirror.example/hub/${image.replace(/^[^/]*[.][^/]*\//, '')}`,
    );
    expect(images(spec)).toEqual(mirrored);
  });

  test('imagePullSecrets', () => {
    const { spec } = given((chart) => ({ imagePullSecrets: [Secret.fromSecretName(chart, 'secret', 'pull')] }));
    expect(spec.imagePullSecrets).toEqual([{ name: 'pull' }]);
  });

  test('resources: what is left out keeps its default', () => {
    const { before, container } = given(() => ({
      resources: { cpu: { request: Cpu.millis(1500) }, memory: { limit: Size.gibibytes(8) } },
    }));
    const { requests, limits = {} } = before.spec.template.spec.containers[0].resources;
    expect(container.resources).toEqual({
      requests: { ...requests, cpu: '1500m' },
      limits: { ...limits, memory: '8Gi' },
    });
  });

  test('resources: ephemeral storage', () => {
    const { container } = given(() => ({
      resources: { ephemeralStorage: { request: Size.gibibytes(1), limit: Size.gibibytes(2) } },
    }));
    expect(container.resources).toMatchObject({
      requests: { 'ephemeral-storage': '1Gi' },
      limits: { 'ephemeral-storage': '2Gi' },
    });
  });

  test.each([
    ['nodeSelector', { 'kubernetes.io/arch': 'arm64' }],
    ['tolerations', [{ key: 'gpu', operator: 'Exists', effect: 'NoSchedule' }]],
    ['priorityClassName', 'serving'],
    ['runtimeClassName', 'nvidia'],
    ['affinity', { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'zone' }] } }],
  ])('%s, as in YAML', (option, value) => {
    expect(given(() => ({ [option]: value })).spec[option]).toEqual(value);
  });

  test('extraEnv, which overrides the own variables', () => {
    const own = given(() => ({})).container.env?.[0]?.name ?? 'OWN';
    const { container } = given((chart) => ({
      extraEnv: {
        [own]: EnvValue.fromValue('theirs'),
        TOKEN: EnvValue.fromSecretValue({ secret: Secret.fromSecretName(chart, 'secret', 'hub'), key: 'token' }),
      },
    }));
    expect(container.env.filter(({ name }: any) => name === own)).toEqual([{ name: own, value: 'theirs' }]);
    expect(container.env).toContainEqual({
      name: 'TOKEN',
      valueFrom: { secretKeyRef: { name: 'hub', key: 'token' } },
    });
  });

  test('extraArgs, after the own arguments', () => {
    const { before, container } = given(() => ({ extraArgs: ['--max-model-len=64', '--seed=1'] }));
    expect(container.args).toEqual([
      ...(before.spec.template.spec.containers[0].args ?? []),
      '--max-model-len=64',
      '--seed=1',
    ]);
  });

  test('extraMounts, one of which replaces an own one at the same path', () => {
    const ours = given(() => ({})).container.volumeMounts?.[0]?.mountPath ?? '/tmp';
    const { before, container, spec } = given((chart) => ({
      extraMounts: [
        Mount.configMap(ours, ConfigMap.fromConfigMapName(chart, 'config-map', 'theirs')),
        Mount.emptyDir('/data'),
      ],
    }));
    const at = (path: string) => container.volumeMounts.filter(({ mountPath }: any) => mountPath === path);
    expect(at(ours)).toEqual([{ name: expect.any(String), mountPath: ours, readOnly: true }]);
    expect(spec.volumes).toContainEqual({ name: at(ours)[0].name, configMap: { name: 'theirs' } });
    expect(at('/data')).toEqual([{ name: 'data', mountPath: '/data' }]);
    expect(spec.volumes).toContainEqual({ name: 'data', emptyDir: {} });
    const names = before.spec.template.spec.containers[0].volumeMounts ?? [];
    expect(container.volumeMounts.length).toBe(Math.max(names.length, 1) + 1);
  });

  test('podLabels, which reach neither the selector nor the Deployment itself', () => {
    const { before, after, metadata } = given(() => ({ podLabels: { team: 'search' } }));
    expect(metadata.labels).toEqual({ ...before.spec.template.metadata.labels, team: 'search' });
    expect(after.spec.selector).toEqual(before.spec.selector);
    expect(after.metadata).toEqual(before.metadata);
  });

  test('podLabels that selectors rely on are refused', () => {
    const [[key, value]] = Object.entries(given(() => ({})).after.spec.selector.matchLabels) as [[string, string]];
    expect(() => given(() => ({ podLabels: { [key]: value } }))).not.toThrow();
    expect(() => given(() => ({ podLabels: { [key]: 'other' } }))).toThrow(
      new RegExp(
        `^LLMD-LABEL-TAKEN at test.*: got the pod label ${key}: other, expected ${key}: ${value}, ` +
          'which selectors use. Fix: choose another label key.$',
      ),
    );
  });

  test('podLabels that are no labels are refused', () => {
    expect(() => given(() => ({ podLabels: { 'a b': 'c' } }))).toThrow(/^LLMD-LABEL-KEY/);
  });

  test('podAnnotations, in addition to the own ones', () => {
    const { before, metadata } = given(() => ({ podAnnotations: { 'sidecar.istio.io/inject': 'false' } }));
    expect(metadata.annotations).toEqual({
      ...before.spec.template.metadata.annotations,
      'sidecar.istio.io/inject': 'false',
    });
  });

  test('podAnnotations that are no annotations are refused', () => {
    expect(() => given(() => ({ podAnnotations: { 'a b': 'c' } }))).toThrow(/^LLMD-ANNOTATION-KEY/);
  });

  test('gets no variables of other Services, and pulls an image only once', () => {
    const { spec } = given(() => ({}));
    expect(spec.enableServiceLinks).toBe(false);
    expect(spec.containers.map(({ imagePullPolicy }: any) => imagePullPolicy)).toEqual(
      spec.containers.map(() => 'IfNotPresent'),
    );
  });

  test('calls its volumes by different names', () => {
    const { spec } = given(() => ({
      extraMounts: ['/data', '/da-ta', '/da/ta', '/da_ta', '/-', `/${'x'.repeat(80)}`].map((path) =>
        Mount.emptyDir(path),
      ),
    }));
    const names: string[] = spec.volumes.map(({ name }: any) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name))).toEqual([]);
  });
});

test('two extra volumes at one path are refused', () => {
  const mounted = (...paths: string[]) => {
    const extraMounts = paths.map((path) => Mount.emptyDir(path));
    return () => new ModelServer(newChart(), 'server', { model: MODEL, extraMounts });
  };
  expect(mounted('/a', '/b')).not.toThrow();
  expect(mounted('/a', '/a')).toThrowErrorMatchingInlineSnapshot(
    `"LLMD-MOUNT-TWICE at test/server: got two extraMounts at /a, expected one volume for each path. Fix: remove one of them, or give it another path."`,
  );
});
