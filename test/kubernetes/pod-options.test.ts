import { App, Duration } from 'cdk8s';
import { Engine, LlmdStack, ModelServer, type PodOptions } from '../../lib';
import { podTemplate } from '../../lib/kubernetes/pod';
import { outcomeOf } from '../support/outcome';
import { deployments, MAKERS, MODEL } from '../support/pod-makers';
import { newChart } from '../support/synth';

describe.each(MAKERS)('%s', (...maker) => {
  const given = (options: () => PodOptions) => deployments(maker, options);

  test("topologySpreadConstraints, by the workload's own selector unless another is given", () => {
    const zones = { maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'DoNotSchedule' };
    const own = { ...zones, topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app: 'any' } } };
    const { after, spec } = given(() => ({ topologySpreadConstraints: [zones, own] }));
    expect(spec.topologySpreadConstraints).toEqual([{ ...zones, labelSelector: after.spec.selector }, own]);
  });

  test('extraResources, as limits of the main container', () => {
    const { before, container } = given(() => ({
      extraResources: { 'example.com/fpga': '2', 'hugepages-2Mi': '64Mi' },
    }));
    const { requests, limits = {} } = before.spec.template.spec.containers[0].resources;
    expect(container.resources).toEqual({
      requests,
      limits: { ...limits, 'example.com/fpga': '2', 'hugepages-2Mi': '64Mi' },
    });
  });

  test('sidecars, init containers, extra containers and their volumes, which `restricted` admits', () => {
    const part = (name: string) => ({
      name,
      image: 'docker.io/busybox:1.37',
      volumeMounts: [{ name, mountPath: '/a' }],
    });
    const { before, spec } = given(() => ({
      sidecars: [part('side')],
      initContainers: [part('init'), { ...part('own'), securityContext: { privileged: true } }],
      extraContainers: [part('extra')],
      extraVolumes: ['side', 'init', 'extra', 'own'].map((name) => ({ name, emptyDir: {} })),
    }));
    const securityContext = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
    expect(spec.initContainers).toEqual([
      { ...part('side'), restartPolicy: 'Always', securityContext },
      { ...part('init'), securityContext },
      { ...part('own'), securityContext: { privileged: true } },
    ]);
    expect(spec.containers).toEqual([...before.spec.template.spec.containers, { ...part('extra'), securityContext }]);
    expect(spec.volumes).toEqual([
      ...(before.spec.template.spec.volumes ?? []),
      ...['side', 'init', 'extra', 'own'].map((name) => ({ name, emptyDir: {} })),
    ]);
  });

  test('lifecycle: postStart beside the own preStop, which it cannot replace', () => {
    const postStart = { exec: { command: ['true'] } };
    const preStop = { sleep: { seconds: 1 } };
    const { before, container } = given(() => ({ lifecycle: { postStart } }));
    const own = before.spec.template.spec.containers[0].lifecycle;
    expect(container.lifecycle).toEqual({ ...own, postStart });
    const replaced = () => given(() => ({ lifecycle: { preStop } })).container.lifecycle;
    expect(outcomeOf(replaced)).toEqual(own ? 'LLMD-LIFECYCLE' : { preStop });
  });

  test.each(['startup', 'readiness', 'liveness'])('probes.%s: what is left out keeps its default', (name) => {
    const change = () =>
      given(() => ({ probes: { [name]: { period: Duration.minutes(1), failureThreshold: 7 } } })).container;
    const own = given(() => ({})).container[`${name}Probe`];
    const changed = { ...own, periodSeconds: 60, failureThreshold: 7 };
    expect(outcomeOf(() => change()[`${name}Probe`])).toEqual(own ? changed : 'LLMD-PROBE-MISSING');
  });
});

test('validation finds nothing in pods that have all of it', () => {
  const part = (name: string) => ({
    name,
    image: 'docker.io/library/busybox:1.37',
    resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '16Mi' } },
    volumeMounts: [{ name: 'shared', mountPath: '/shared' }],
  });
  const pods: PodOptions = {
    topologySpreadConstraints: [
      { maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway' },
    ],
    priorityClassName: 'serving',
    runtimeClassName: 'gvisor',
    extraResources: { 'example.com/fpga': '1' },
    sidecars: [part('side')],
    initContainers: [part('init')],
    extraContainers: [part('extra')],
    extraVolumes: [{ name: 'shared', emptyDir: {} }],
    lifecycle: { postStart: { sleep: { seconds: 1 } } },
    probes: { readiness: { period: Duration.seconds(3), timeout: Duration.seconds(2), failureThreshold: 2 } },
  };
  const app = new App();
  new LlmdStack(app, 'opt', {
    model: MODEL,
    ...pods,
    endpointPicker: pods,
    labels: { team: 'search' },
    annotations: { 'argocd.argoproj.io/sync-wave': '2' },
  });
  const warn = jest.spyOn(console, 'warn').mockImplementation();
  expect(app.synthYaml()).toMatch(/name: side\b/);
  expect(warn).not.toHaveBeenCalled();
  warn.mockRestore();
});

describe('refused:', () => {
  const part = (name: string) => ({ name, image: 'docker.io/busybox:1.37' });
  const seconds = (amount: number) => Duration.seconds(amount);

  test.each<[string, PodOptions, PodOptions]>([
    ['LLMD-CONTAINER-TWICE', { extraContainers: [part('a')] }, { extraContainers: [part('vllm')] }],
    ['LLMD-CONTAINER-TWICE', { sidecars: [part('a')] }, { sidecars: [part('a')], initContainers: [part('a')] }],
    ['LLMD-NAME', { initContainers: [part('a')] }, { initContainers: [part('A')] }],
    ['LLMD-VOLUME-TWICE', { extraVolumes: [{ name: 'temp' }] }, { extraVolumes: [{ name: 'tmp' }] }],
    ['LLMD-RESOURCE-NAME', { extraResources: { 'a.b/c': '1' } }, { extraResources: { gpu: '1' } }],
    ['LLMD-RESOURCE-NAME', { extraResources: { 'hugepages-1Gi': '1Gi' } }, { extraResources: { cpu: '1' } }],
    ['LLMD-RESOURCE-QUANTITY', { extraResources: { 'a.b/c': '2k' } }, { extraResources: { 'a.b/c': '0.5' } }],
    ['LLMD-RESOURCE-QUANTITY', { extraResources: { 'a.b/c': '1' } }, { extraResources: { 'a.b/c': '0' } }],
    [
      'LLMD-OPTION-RANGE',
      { probes: { startup: { period: seconds(1) } } },
      { probes: { startup: { period: seconds(0) } } },
    ],
    [
      'LLMD-OPTION-RANGE',
      { probes: { readiness: { timeout: seconds(1) } } },
      { probes: { readiness: { timeout: Duration.millis(1500) } } },
    ],
    [
      'LLMD-OPTION-RANGE',
      { probes: { liveness: { failureThreshold: 1 } } },
      { probes: { liveness: { failureThreshold: 0 } } },
    ],
  ])('%s', (code, right, wrong) => {
    const make = (options: PodOptions) => new ModelServer(newChart(), 'server', { model: MODEL, ...options });
    expect(() => make(right)).not.toThrow();
    expect(outcomeOf(() => make(wrong))).toBe(code);
  });

  test('a resource that the engine has in another number', () => {
    const resources = { limits: { 'example.com/fpga': '1' } };
    const engine = Engine.custom({ name: 'mine', image: 'example.com/mine:v1', resources });
    const make = (amount: string) =>
      new ModelServer(newChart(), 'server', { model: MODEL, engine, extraResources: { 'example.com/fpga': amount } });
    expect(() => make('1')).not.toThrow();
    expect(outcomeOf(() => make('2'))).toBe('LLMD-RESOURCE-TAKEN');
  });
});

test('a node selector and tolerations are added to what the workload needs itself', () => {
  const template = podTemplate(
    newChart(),
    {
      selector: { app: 'a' },
      labels: {},
      main: { name: 'a', image: 'a', resources: {} },
      spec: { nodeSelector: { gpu: 'H100', zone: 'a' }, tolerations: [{ key: 'gpu' }], runtimeClassName: 'nvidia' },
    },
    { nodeSelector: { zone: 'b' }, tolerations: [{ key: 'spot' }] },
  );
  expect(template.spec).toMatchObject({
    nodeSelector: { gpu: 'H100', zone: 'b' },
    tolerations: [{ key: 'gpu' }, { key: 'spot' }],
    runtimeClassName: 'nvidia',
  });
});
