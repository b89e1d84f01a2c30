import { Size } from 'cdk8s';
import { PersistentVolumeAccessMode, PersistentVolumeClaim, Secret } from 'cdk8s-plus-28';
import { Accelerator, Engine, type LlmdChart, Model, ModelCache, ModelServer } from '../../lib';
import { findings } from '../support/findings';
import { mainContainer, podSpec } from '../support/objects';
import { restrictedViolations } from '../support/restricted';
import { newChart, synth } from '../support/synth';

const chart = newChart();
const claim = PersistentVolumeClaim.fromClaimName(chart, 'claim', 'models');
const secret = Secret.fromSecretName(chart, 'secret', 's3');

const EXTERNAL = [
  { group: '', kind: 'PersistentVolumeClaim', name: 'models' },
  { group: '', kind: 'Secret', name: 's3' },
];

const accelerator = Accelerator.nvidia({ count: 1 });
const engineOf = ({ spec }: Model) => (spec.isStreamed ? Engine.vllm({ accelerator }) : Engine.vllmCpu());

function objectsOf(model: Model, options: { replicas?: number } = {}) {
  return synth((scope) => new ModelServer(scope, 'server', { model, engine: engineOf(model), ...options }));
}

describe.each([
  ['a hub', Model.huggingFace('a/b', { endpoint: 'https://hub.example.com', cache: ModelCache.claim(claim) })],
  ['a volume', Model.volume(claim, { id: 'a/b' })],
  ['an image', Model.image('example.com/models/b:v1', { id: 'a/b' })],
  ['S3', Model.objectStorage('s3://bucket/a/b', { credentials: secret })],
  ['Google Cloud Storage', Model.objectStorage('gs://bucket/a/b', { credentials: secret })],
])('a model of %s', (_, model) => {
  const objects = objectsOf(model, { replicas: 3 });

  test('passes validation', () => {
    expect(findings(objects, EXTERNAL)).toEqual([]);
  });

  test('passes the restricted Pod Security Standard', () => {
    expect(restrictedViolations(podSpec(objects))).toEqual([]);
  });
});

test('a volume is mounted read-only, and the engine loads the folder and asks no hub', () => {
  const objects = objectsOf(Model.volume(claim, { id: 'facebook/opt-125m', path: 'facebook/opt-125m' }));
  expect(podSpec(objects).volumes).toContainEqual({
    name: 'models-models',
    persistentVolumeClaim: { claimName: 'models', readOnly: true },
  });
  expect(mainContainer(objects)).toMatchObject({
    args: expect.arrayContaining(['/models/models/facebook/opt-125m', '--served-model-name', 'facebook/opt-125m']),
    env: expect.arrayContaining([{ name: 'HF_HUB_OFFLINE', value: '1' }]),
    volumeMounts: expect.arrayContaining([{ name: 'models-models', mountPath: '/models/models', readOnly: true }]),
  });
});

test('the root of a volume is the model where no path is given', () => {
  expect(Model.volume(claim, { id: 'a/b' })).toMatchObject({ id: 'a/b', location: '/models/models' });
});

test.each([
  ['ghcr.io/org/llama:v1', '/models/llama'],
  ['localhost:5000/llama:v1', '/models/llama'],
  ['llama:v1', '/models/llama'],
  [`ghcr.io/org/llama@sha256:${'0'.repeat(64)}`, '/models/llama'],
])('the image %s is mounted at %s', (reference, location) => {
  const model = Model.image(reference, { id: 'a/b' });
  expect(model.location).toBe(location);
  expect(podSpec(objectsOf(model)).volumes).toContainEqual({
    name: 'models-llama',
    image: { reference, pullPolicy: 'IfNotPresent' },
  });
});

test('a folder of an image is the model', () => {
  expect(Model.image('a/b:v1', { id: 'a/b', path: 'weights' }).location).toBe('/models/b/weights');
});

describe('object storage', () => {
  const env = (model: Model) => mainContainer(objectsOf(model)).env as object[];

  test('is streamed, under the last part of the URI', () => {
    expect(mainContainer(objectsOf(Model.objectStorage('s3://b/m'))).args).toContain('--load-format=runai_streamer');
    expect(Model.objectStorage('s3://bucket/org/llama/')).toMatchObject({
      id: 'llama',
      location: 's3://bucket/org/llama',
      spec: { isStreamed: true },
    });
    expect(Model.objectStorage('gs://bucket', { id: 'org/llama' })).toMatchObject({ id: 'org/llama' });
  });

  test('is refused for the image for CPUs, which has no streamer', () => {
    const serve = (image?: string) =>
      synth((scope) => {
        const model = Model.objectStorage('s3://b/m');
        new ModelServer(scope, 'server', { model, engine: Engine.vllmCpu({ image }) });
      });
    expect(() => serve()).toThrow('LLMD-ENGINE-STREAMER at Engine.vllmCpu: got the model "s3://b/m" in object storage');
    expect(() => serve('example.com/vllm-with-streamer:v0.32.0')).not.toThrow();
  });

  test('S3 takes its credentials from a Secret by reference', () => {
    const names = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];
    expect(env(Model.objectStorage('s3://b/m', { credentials: secret }))).toEqual(
      expect.arrayContaining(names.map((name) => ({ name, valueFrom: { secretKeyRef: { name: 's3', key: name } } }))),
    );
  });

  test('S3-compatible storage has an address and the buckets in the path', () => {
    const model = Model.objectStorage('s3://b/m', { endpointUrl: 'http://minio:9000', region: 'us-east-1' });
    expect(env(model)).toEqual(
      expect.arrayContaining([
        { name: 'AWS_ENDPOINT_URL', value: 'http://minio:9000' },
        { name: 'RUNAI_STREAMER_S3_USE_VIRTUAL_ADDRESSING', value: '0' },
        { name: 'AWS_EC2_METADATA_DISABLED', value: 'true' },
        { name: 'AWS_DEFAULT_REGION', value: 'us-east-1' },
      ]),
    );
  });

  test('without credentials, the identity of the pod counts', () => {
    expect(Model.objectStorage('s3://b/m').spec.env).toEqual({});
    expect(Model.objectStorage('gs://b/m').spec).toMatchObject({ env: {} });
    expect(Model.objectStorage('gs://b/m').spec).not.toHaveProperty('mounts');
  });

  test('Google takes its credentials as a file of a Secret', () => {
    const objects = objectsOf(Model.objectStorage('gs://b/m', { credentials: secret }));
    expect(mainContainer(objects)).toMatchObject({
      env: expect.arrayContaining([
        { name: 'GOOGLE_APPLICATION_CREDENTIALS', value: '/var/run/secrets/model-storage/credentials.json' },
      ]),
      volumeMounts: expect.arrayContaining([
        expect.objectContaining({ mountPath: '/var/run/secrets/model-storage', readOnly: true }),
      ]),
    });
    expect(podSpec(objects).volumes).toContainEqual(expect.objectContaining({ secret: { secretName: 's3' } }));
  });

  test.each(['endpointUrl', 'region'])('%s is S3’s', (option) => {
    const options = { [option]: option === 'region' ? 'eu' : 'http://a' };
    expect(() => Model.objectStorage('gs://b/m', options)).toThrow(`LLMD-MODEL-STORAGE-OPTION`);
    expect(() => Model.objectStorage('gs://b/m', options)).toThrow(option);
  });
});

describe('a cache of downloads', () => {
  test('may be a folder of the node, which the restricted standard forbids', () => {
    const objects = objectsOf(Model.huggingFace('a/b', { cache: ModelCache.hostPath('/var/cache/hub') }), {
      replicas: 2,
    });
    expect(podSpec(objects).volumes).toContainEqual({
      name: 'models-hub-cache',
      hostPath: { path: '/var/cache/hub', type: 'Directory' },
    });
    expect(mainContainer(objects).env).toContainEqual({ name: 'HF_HUB_CACHE', value: '/models/hub-cache' });
    expect(restrictedViolations(podSpec(objects)).join()).toContain('volumes');
  });

  test('may be a claim, writable', () => {
    const objects = objectsOf(Model.huggingFace('a/b', { cache: ModelCache.claim(claim) }));
    expect(mainContainer(objects).volumeMounts).toContainEqual({
      name: 'models-hub-cache',
      mountPath: '/models/hub-cache',
    });
  });

  test.each(['', 'cache', '/a/../etc', '/..', '/a:b', 7, undefined])('%p is no path of a host', (path) => {
    expect(() => ModelCache.hostPath(path as string)).toThrow(/LLMD-OPTION-T(EXT|YPE) at ModelCache.hostPath/);
  });
});

describe('a claim that only one node can mount', () => {
  const claimOf = (scope: LlmdChart, ...accessModes: PersistentVolumeAccessMode[]) =>
    new PersistentVolumeClaim(scope, 'c', { accessModes, storage: Size.gibibytes(1) });
  const serve = (replicas: number | undefined, ...modes: PersistentVolumeAccessMode[]) =>
    synth((scope) => {
      const model = Model.volume(claimOf(scope, ...modes), { id: 'a/b' });
      new ModelServer(scope, 'server', { model, replicas });
    });

  test.each([['ReadWriteOnce'], ['ReadWriteOncePod']])('%s is refused for two replicas', (mode) => {
    expect(() => serve(2, mode as PersistentVolumeAccessMode)).toThrow(
      'LLMD-MODEL-CLAIM at test/server: got 2 pods with a claim that only the pods of one node can mount',
    );
  });

  test('serves one replica', () => {
    expect(() => serve(1, PersistentVolumeAccessMode.READ_WRITE_ONCE)).not.toThrow();
    expect(() => serve(undefined, PersistentVolumeAccessMode.READ_WRITE_ONCE)).not.toThrow();
  });

  test('is no such claim where it has a shared mode, or modes that are not known', () => {
    const { READ_WRITE_ONCE, READ_ONLY_MANY } = PersistentVolumeAccessMode;
    expect(() => serve(2, READ_WRITE_ONCE, READ_ONLY_MANY)).not.toThrow();
    expect(() => serve(2)).not.toThrow();
  });

  test('is refused as a cache as well', () => {
    expect(() =>
      synth((scope) => {
        const cache = ModelCache.claim(claimOf(scope, PersistentVolumeAccessMode.READ_WRITE_ONCE));
        new ModelServer(scope, 'server', { model: Model.huggingFace('a/b', { cache }), replicas: 2 });
      }),
    ).toThrow('LLMD-MODEL-CLAIM');
  });
});

test('a custom model is what it says', () => {
  const model = Model.custom({ id: 'a/b', location: 'az://container/b', isStreamed: true });
  expect(model).toMatchObject({ id: 'a/b', location: 'az://container/b', spec: { isStreamed: true } });
});

describe('wrong input', () => {
  const js = (value: unknown) => value as never;
  const LONG = 'x\ny';

  test.each<[string, () => unknown, string]>([
    ['unknown option', () => Model.huggingFace('a/b', js({ revison: 'x' })), 'LLMD-OPTION-UNKNOWN .*write revision'],
    ['revision a flag', () => Model.huggingFace('a/b', { revision: '--trust-remote-code' }), 'LLMD-OPTION-TEXT'],
    ['revision with ..', () => Model.huggingFace('a/b', { revision: 'a/../b' }), 'LLMD-OPTION-TEXT'],
    ['revision empty', () => Model.huggingFace('a/b', { revision: '' }), 'LLMD-OPTION-TEXT'],
    ['token a text', () => Model.huggingFace('a/b', { token: js('hf_secret') }), 'LLMD-OPTION-TYPE'],
    ['endpoint no address', () => Model.huggingFace('a/b', { endpoint: 'hub.example.com' }), 'LLMD-OPTION-TEXT'],
    ['endpoint with a password', () => Model.huggingFace('a/b', { endpoint: 'https://u:p@h' }), 'LLMD-OPTION-TEXT'],
    ['cache a claim', () => Model.huggingFace('a/b', { cache: js(claim) }), 'LLMD-OPTION-TYPE'],
    ['size a number', () => Model.huggingFace('a/b', { size: js(7) }), 'LLMD-OPTION-TYPE'],
    ['id a number', () => Model.huggingFace(js(7)), 'LLMD-MODEL-ID'],
    ['options null', () => Model.huggingFace('a/b', js(null)), 'LLMD-OPTION-TYPE'],
    ['no options', () => Model.volume(claim, js(undefined)), 'LLMD-OPTION-TYPE'],
    ['no id', () => Model.volume(claim, js({})), 'LLMD-OPTION-TYPE at Model.volume: got id nothing'],
    ['id a flag', () => Model.volume(claim, { id: '--help' }), 'LLMD-OPTION-TEXT'],
    ['id with a line break', () => Model.volume(claim, { id: LONG }), 'LLMD-OPTION-TEXT'],
    ['claim a name', () => Model.volume(js('models'), { id: 'a/b' }), 'LLMD-OPTION-TYPE'],
    ...['/a', 'a/', '..', 'a/../b', './a', 'a//b', 'a b', '-a'].map((path): [string, () => unknown, string] => [
      `path ${path}`,
      () => Model.volume(claim, { id: 'a/b', path }),
      'LLMD-MODEL-FOLDER at Model.volume',
    ]),
    ['a variable as the path', () => Model.volume(claim, { id: 'a/b', path: '$(X)' }), 'LLMD-OPTION-VARIABLE'],
    ['floating image', () => Model.image('a/b', { id: 'a/b' }), 'LLMD-IMAGE-FLOATING'],
    ['no image', () => Model.image(js(undefined), { id: 'a/b' }), 'LLMD-OPTION-TYPE'],
    ['image without id', () => Model.image('a/b:v1', js({ path: 'a' })), 'LLMD-OPTION-TYPE'],
    ...['llama', 'https://b/m', 's3:///m', 's3://', 's3://b/../c', 's3://b/m?x', '--help', 7].map(
      (uri): [string, () => unknown, string] => [
        `URI ${uri}`,
        () => Model.objectStorage(js(uri)),
        'LLMD-MODEL-URI at Model.objectStorage',
      ],
    ),
    ['region', () => Model.objectStorage('s3://b/m', { region: 'eu central' }), 'LLMD-OPTION-TEXT'],
    ['credentials a text', () => Model.objectStorage('s3://b/m', { credentials: js('AKIA') }), 'LLMD-OPTION-TYPE'],
    ['custom without id', () => Model.custom(js({ location: '/a' })), 'LLMD-OPTION-TYPE at Model.custom: got id'],
    ['custom location a flag', () => Model.custom({ id: 'a', location: '--x' }), 'LLMD-OPTION-TEXT'],
    ['custom mounts', () => Model.custom({ id: 'a', mounts: js([{ path: '/a' }]) }), 'LLMD-OPTION-TYPE'],
    ['custom env', () => Model.custom({ id: 'a', env: js({ A: '1' }) }), 'LLMD-OPTION-TYPE'],
    ['custom env name', () => Model.custom({ id: 'a', env: js({ 'A=B': '1' }) }), 'LLMD-OPTION-TEXT'],
    ['model of a server', () => new ModelServer(newChart(), 's', { model: js('a/b') }), 'LLMD-OPTION-TYPE at test/s'],
  ])('%s is refused', (_, make, message) => {
    expect(make).toThrow(expect.objectContaining({ name: 'LlmdError' }));
    expect(make).toThrow(new RegExp(message));
  });
});
