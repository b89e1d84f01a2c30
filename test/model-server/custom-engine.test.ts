import { Size } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-28';
import { Engine, type EngineRequest, type EngineSpec, type IEngine, Mount, Model, ModelServer } from '../../lib';
import { find, mainContainer, podSpec } from '../support/objects';
import { synth } from '../support/synth';

const model = Model.huggingFace('facebook/opt-125m');
const LEAST: EngineSpec = { name: 'sglang', image: 'example.com/sglang:v0.5.1' };

function objectsOf(engine: IEngine) {
  return synth((chart) => new ModelServer(chart, 'server', { model, engine }));
}

test('needs a name and an image', () => {
  const objects = objectsOf(Engine.custom(LEAST));
  expect(mainContainer(objects)).toMatchObject({
    name: 'sglang',
    image: 'example.com/sglang:v0.5.1',
    ports: [{ name: 'http', containerPort: 8000 }],
    readinessProbe: { httpGet: { path: '/health', port: 'http' } },
    livenessProbe: { httpGet: { path: '/health', port: 'http' } },
    volumeMounts: [{ mountPath: '/tmp' }],
    resources: {},
  });
  expect(mainContainer(objects)).not.toHaveProperty('args');
  expect(mainContainer(objects)).not.toHaveProperty('command');
  expect(podSpec(objects).securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1000 });
  expect(find(objects, 'Deployment').metadata.labels).toMatchObject({ 'app.kubernetes.io/name': 'sglang' });
});

test('may set everything else', () => {
  const objects = objectsOf(
    Engine.custom({
      ...LEAST,
      command: ['python3'],
      args: ['-m', 'sglang.launch_server', '--port=8000'],
      env: { HOME: EnvValue.fromValue('/home/me') },
      mounts: [Mount.emptyDir('/home/me')],
      resources: { requests: { cpu: '4' }, limits: { 'nvidia.com/gpu': '1' } },
      user: 2000,
      readyPath: '/ready',
      livePath: '/live',
      portCount: 2,
    }),
  );
  expect(mainContainer(objects)).toMatchObject({
    command: ['python3'],
    args: ['-m', 'sglang.launch_server', '--port=8000'],
    env: [{ name: 'HOME', value: '/home/me' }],
    volumeMounts: [{ mountPath: '/home/me' }],
    resources: { requests: { cpu: '4' }, limits: { 'nvidia.com/gpu': '1' } },
    startupProbe: { httpGet: { path: '/ready' } },
    readinessProbe: { httpGet: { path: '/ready' } },
    livenessProbe: { httpGet: { path: '/live' } },
    ports: [{ containerPort: 8000 }, { containerPort: 8001 }],
  });
  expect(podSpec(objects).securityContext).toMatchObject({ runAsUser: 2000, fsGroup: 2000 });
});

test('reserves memory that a limit must leave', () => {
  const engine = Engine.custom({ ...LEAST, reservedMemory: Size.gibibytes(2) });
  const limit = (gibibytes: number) => () =>
    synth((chart) => {
      const memory = { request: Size.gibibytes(1), limit: Size.gibibytes(gibibytes) };
      new ModelServer(chart, 'server', { model, engine, resources: { memory } });
    });
  expect(limit(2)).not.toThrow();
  expect(limit(1)).toThrow(/^LLMD-MEMORY at test\/server: /);
});

describe('is refused with', () => {
  test.each<[string, Partial<EngineSpec>, string]>([
    ['a name that is none', { name: 'SGLang' }, 'LLMD-NAME at Engine.custom: got "SGLang", '],
    ['a floating image', { image: 'sglang:latest' }, 'LLMD-IMAGE-FLOATING at Engine.custom: '],
    ['root as its user', { user: 0 }, 'LLMD-ENGINE-USER at Engine.custom: got user 0, '],
    ['no port', { portCount: 0 }, 'LLMD-ENGINE-PORTS at Engine.custom: got portCount 0, '],
    ['a relative path', { livePath: 'live' }, 'LLMD-ENGINE-PROBE-PATH at Engine.custom: got the path "live", '],
  ])('%s', (_, options, error) => {
    expect(() => Engine.custom(LEAST)).not.toThrow();
    expect(() => Engine.custom({ ...LEAST, ...options })).toThrow(error);
  });
});

describe('an engine of another class', () => {
  class Echo implements IEngine {
    constructor(private readonly image: string) {}

    specify({ model: { id }, servedModelNames, port, drain }: EngineRequest): EngineSpec {
      const args = [id, ...servedModelNames, String(port), String(drain.engineShutdownSeconds)];
      return { name: 'echo', image: this.image, args };
    }
  }

  test('gets the settings of the model server', () => {
    expect(mainContainer(objectsOf(new Echo('echo:v1'))).args).toEqual([model.id, model.id, '8000', '45']);
  });

  test('is checked as well', () => {
    expect(() => objectsOf(new Echo('echo'))).toThrow(/^LLMD-IMAGE-FLOATING at test\/server: /);
  });
});

test.each<[string, any]>([
  ['the options', undefined],
  ['the options', 'sglang'],
  ['name', { image: 'a:v1' }],
  ['image', { name: 'a' }],
  ['image', { ...LEAST, image: 5 }],
  ['arg', { ...LEAST, arg: ['--port'] }],
  ['args', { ...LEAST, args: '--port=8000' }],
  ['args[0]', { ...LEAST, args: [8000] }],
  ['command', { ...LEAST, command: {} }],
  ['env.A', { ...LEAST, env: { A: 'b' } }],
  ['env', { ...LEAST, env: { 'A B': EnvValue.fromValue('1') } }],
  ['mounts[0]', { ...LEAST, mounts: ['/tmp'] }],
  ['resources.limit', { ...LEAST, resources: { limit: { cpu: '1' } } }],
  ['resources.limits.cpu', { ...LEAST, resources: { limits: { cpu: 'one' } } }],
  ['accelerator', { ...LEAST, accelerator: 'nvidia' }],
  ['extraPorts.events', { ...LEAST, extraPorts: { events: 70000 } }],
  ['extraPorts', { ...LEAST, extraPorts: { KV_EVENTS: 5556 } }],
  ['startupSeconds', { ...LEAST, startupSeconds: -1 }],
  ['finishesRequests', { ...LEAST, finishesRequests: 'no' }],
  ['reservedMemory', { ...LEAST, reservedMemory: '1Gi' }],
  ['user', { ...LEAST, user: '1000' }],
  ['user', { ...LEAST, user: 0 }],
  ['startPath', { ...LEAST, startPath: 'health' }],
  ['portCount', { ...LEAST, portCount: Number.NaN }],
])('refuses a wrong value of %s', (option, spec) => {
  const make = () => Engine.custom(spec);
  expect(make).toThrow(/^LLMD-[A-Z-]+ at Engine\.custom: got .* Fix: .+\.$/);
  expect(make).toThrow(option);
});
