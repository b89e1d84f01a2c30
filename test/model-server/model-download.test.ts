import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Duration, Size } from 'cdk8s';
import { PersistentVolumeAccessMode, PersistentVolumeClaim, Secret } from 'cdk8s-plus-28';
import {
  Accelerator,
  Engine,
  type IEngine,
  type LlmdChart,
  Model,
  ModelDownload,
  type ModelDownloadProps,
  ModelServer,
  type ModelServerProps,
  Mount,
  type VolumeModelOptions,
} from '../../lib';
import { findings } from '../support/findings';
import { find, podSpec } from '../support/objects';
import { restrictedViolations } from '../support/restricted';
import { newChart, synth } from '../support/synth';

const COMMIT = '27dcfa74d334bc871f3234de431e71c6eeba5dd6';
const LEAST: ModelDownloadProps = { id: 'a/b', revision: COMMIT, storage: { size: Size.gibibytes(10) } };

const objectsOf = (props: Partial<ModelDownloadProps> = {}) =>
  synth((chart) => new ModelDownload(chart, 'weights', { ...LEAST, ...props }));
const containerOf = (props: Partial<ModelDownloadProps> = {}) =>
  find(objectsOf(props), 'Job').spec.template.spec.containers[0];

test('makes a claim, and a Job for the revision', () => {
  const objects = objectsOf();
  expect(find(objects, 'PersistentVolumeClaim', 'weights').spec).toEqual({
    accessModes: ['ReadWriteMany'],
    resources: { requests: { storage: '10Gi' } },
  });
  const { spec } = find(objects, 'Job', 'weights-27dcfa74');
  expect(spec).toMatchObject({ backoffLimit: 6, template: { spec: { restartPolicy: 'Never' } } });
  expect(spec).not.toHaveProperty('ttlSecondsAfterFinished');
  expect(spec.template.spec.containers[0]).toMatchObject({
    image: 'vllm/vllm-openai-cpu:v0.32.0',
    args: [`/models/a/b/${COMMIT}`, 'a/b', `--revision=${COMMIT}`],
    volumeMounts: [{ mountPath: '/tmp' }, { mountPath: '/models' }],
  });
});

test('three replicas serve the model from the claim, offline', () => {
  const objects = synth((chart) => {
    const { model } = new ModelDownload(chart, 'weights', LEAST);
    new ModelServer(chart, 'server', { model, replicas: 3 });
  });
  const pod = podSpec(objects);
  expect(pod.containers[0].args).toContain(`/models/weights/a/b/${COMMIT}`);
  expect(pod.containers[0].env).toContainEqual({ name: 'HF_HUB_OFFLINE', value: '1' });
  expect(pod.volumes).toContainEqual({
    name: 'models-weights',
    persistentVolumeClaim: { claimName: 'weights', readOnly: true },
  });
  expect(findings(objects)).toEqual([]);
  expect(restrictedViolations(find(objects, 'Job').spec.template.spec)).toEqual([]);
});

describe('a model server of the download', () => {
  const initContainersOf = (props: Partial<ModelServerProps> = {}, volume: Partial<VolumeModelOptions> = {}) => {
    const objects = synth((chart) => {
      const { claim, folder, model } = new ModelDownload(chart, 'weights', LEAST);
      const plain = Model.volume(claim, { id: 'a/b', path: folder, ...volume });
      new ModelServer(chart, 'server', { model: volume.id === undefined ? model : plain, ...props });
    });
    return (podSpec(objects).initContainers ?? []) as any[];
  };
  const imageOf = (engine: IEngine) => initContainersOf({ engine }).map(({ image }) => image);
  const gpu = Accelerator.nvidia({ count: 1 });

  test('waits for the end of it, in the image and with the volume of the engine', () => {
    const [wait, ...others] = initContainersOf();
    expect(others).toEqual([]);
    expect(wait).toMatchObject({
      name: 'wait-for-download',
      image: 'vllm/vllm-openai-cpu:v0.32.0',
      volumeMounts: [{ name: 'models-weights', mountPath: '/models/weights', readOnly: true }],
      resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '64Mi' } },
    });
    expect(wait.command.at(-1)).toBe(`/models/weights/a/b/${COMMIT}/.download-complete`);
    expect(wait).not.toHaveProperty('env');
    expect(imageOf(Engine.vllm({ accelerator: gpu }))).toEqual(['vllm/vllm-openai:v0.32.0']);
    expect(imageOf(Engine.sglang({ accelerator: gpu }))).toEqual([expect.stringMatching(/^lmsysorg\/sglang:/)]);
  });

  test('waits in every pod of a group, with a mirrored image, before the init containers of the user', () => {
    const model = (chart: LlmdChart) => new ModelDownload(chart, 'weights', LEAST).model;
    const groups = synth((chart) => {
      const engine = Engine.vllm({ accelerator: Accelerator.nvidia({ count: 8 }) });
      new ModelServer(chart, 'server', { model: model(chart), engine, nodesPerReplica: 2 });
    });
    const { leaderTemplate, workerTemplate } = find(groups, 'LeaderWorkerSet').spec.leaderWorkerTemplate;
    for (const { spec } of [leaderTemplate, workerTemplate]) expect(spec.initContainers).toHaveLength(1);
    const initContainers = [{ name: 'mine', image: 'mine:v1' }];
    const images = initContainersOf({ imageRegistry: 'mirror.example.com', initContainers }).map(({ image }) => image);
    expect(images).toEqual(['mirror.example.com/vllm/vllm-openai-cpu:v0.32.0', 'mine:v1']);
  });

  test('has the patience of a model that lies there: waiting does not count', () => {
    const patience = (download: boolean) => {
      const objects = synth((chart) => {
        const { claim, folder, model } = new ModelDownload(chart, 'weights', LEAST);
        const plain = Model.volume(claim, { id: 'a/b', path: folder });
        new ModelServer(chart, 'server', { model: download ? model : plain });
      });
      return podSpec(objects).containers[0].startupProbe;
    };
    expect(patience(true)).toEqual(patience(false));
  });

  test('does not wait where nothing is downloaded, or the engine does not read it', () => {
    expect(initContainersOf({}, { id: 'a/b' })).toEqual([]);
    expect(initContainersOf({ engine: Engine.simulator() })).toEqual([]);
    expect(initContainersOf({ extraMounts: [Mount.emptyDir('/models/weights')] })).toEqual([]);
  });

  test.each([
    ['the file is there', 'true', 'found FILE\n'],
    [
      'the file comes',
      'sleep 1; touch FILE',
      'waiting for FILE, which the Job of the download writes last\nfound FILE\n',
    ],
  ])('ends when %s', (_, meanwhile, stdout) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'download-wait-'));
    const file = path.join(folder, 'complete');
    if (meanwhile === 'true') writeFileSync(file, '');
    const { command } = initContainersOf()[0];
    // In place of 5 s.
    const script = command[2].replace('sleep 5', 'sleep 0.1');
    const both = `(${meanwhile.replace('FILE', file)}) & sh -c "$1" wait "$2" && [ -e "$2" ]`;
    const run = spawnSync('sh', ['-c', both, 'both', script, file], { encoding: 'utf8', timeout: 10_000 });
    rmSync(folder, { recursive: true });
    expect({ status: run.status, stdout: run.stdout.replaceAll(file, 'FILE') }).toEqual({ status: 0, stdout });
  });

  test('ends at once when its pod is deleted', () => {
    const [program, ...args] = initContainersOf()[0].command;
    const ended = spawnSync(program, args, { timeout: 300, encoding: 'utf8' });
    expect({ status: ended.status, signal: ended.signal }).toEqual({ status: 143, signal: null });
  });
});

test('replicas on several nodes cannot share a claim that only one node can mount', () => {
  const accessModes = [PersistentVolumeAccessMode.READ_WRITE_ONCE];
  const chart = newChart();
  const storage = { size: Size.gibibytes(1), accessModes };
  const { model } = new ModelDownload(chart, 'weights', { ...LEAST, storage });
  expect(() => new ModelServer(chart, 'server', { model, replicas: 2 })).toThrow('LLMD-MODEL-CLAIM at test/server');
  expect(() => new ModelServer(chart, 'one', { model, replicas: 1 })).not.toThrow();
});

test('the token is written as a reference, a mirror as an address', () => {
  const token = Secret.fromSecretName(newChart(), 'secret', 'hub');
  expect(containerOf({ token, endpoint: 'https://hub.example.com' }).env).toEqual(
    expect.arrayContaining([
      { name: 'HF_TOKEN', valueFrom: { secretKeyRef: { name: 'hub', key: 'HF_TOKEN' } } },
      { name: 'HF_ENDPOINT', value: 'https://hub.example.com' },
    ]),
  );
});

test('patterns choose files', () => {
  expect(containerOf({ include: ['*.json', '*.safetensors'], exclude: ['original/*'] }).args.slice(3)).toEqual([
    '--include=*.json',
    '--include=*.safetensors',
    '--exclude=original/*',
  ]);
});

test('everything else can be set', () => {
  const objects = objectsOf({
    storage: {
      size: Size.gibibytes(1),
      storageClassName: 'nfs',
      accessModes: [PersistentVolumeAccessMode.READ_WRITE_ONCE],
    },
    image: 'example.com/hf:v1',
    backoffLimit: 0,
    ttlAfterFinished: Duration.minutes(5),
    name: 'opt',
    namespace: 'team-a',
    nodeSelector: { disk: 'ssd' },
    extraArgs: ['--max-workers=4'],
  });
  expect(find(objects, 'PersistentVolumeClaim', 'opt')).toMatchObject({
    metadata: { namespace: 'team-a' },
    spec: { storageClassName: 'nfs', accessModes: ['ReadWriteOnce'] },
  });
  const job = find(objects, 'Job', 'opt-27dcfa74');
  expect(job.metadata.namespace).toBe('team-a');
  expect(job.spec).toMatchObject({ backoffLimit: 0, ttlSecondsAfterFinished: 300 });
  expect(job.spec.template.spec.nodeSelector).toEqual({ disk: 'ssd' });
  expect(job.spec.template.spec.containers[0].image).toBe('example.com/hf:v1');
  expect(job.spec.template.spec.containers[0].args.at(-1)).toBe('--max-workers=4');
});

test('several downloads fill one claim', () => {
  const objects = synth((chart) => {
    const first = new ModelDownload(chart, 'first', LEAST);
    const second = new ModelDownload(chart, 'second', {
      ...LEAST,
      id: 'a/c',
      storage: undefined,
      claim: first.claim,
    });
    expect(second.persistentVolumeClaim).toBeUndefined();
    expect(second.model.location).toBe(`/models/first/a/c/${COMMIT}`);
  });
  expect(find(objects, 'PersistentVolumeClaim').metadata.name).toBe('first');
  expect(findings(objects)).toEqual([]);
});

test('a branch is downloaded where that is allowed, by a Job of the plain name', () => {
  const objects = objectsOf({ revision: 'release/v1', allowFloatingRevision: true });
  expect(find(objects, 'Job', 'weights').spec.template.spec.containers[0].args).toEqual([
    '/models/a/b/release-v1',
    'a/b',
    '--revision=release/v1',
  ]);
});

describe('wrong input', () => {
  const js = (value: unknown) => value as never;
  const claim = PersistentVolumeClaim.fromClaimName(newChart(), 'claim', 'models');

  test.each<[string, Partial<ModelDownloadProps>, string]>([
    ['a branch', { revision: 'main' }, 'LLMD-MODEL-REVISION at test/weights: got the revision "main"'],
    ['a short commit', { revision: '27dcfa74' }, 'LLMD-MODEL-REVISION'],
    ['no revision', { revision: js(undefined) }, 'LLMD-OPTION-TYPE at test/weights: got revision nothing'],
    ['a revision like a path', { revision: '../x', allowFloatingRevision: true }, 'LLMD-OPTION-TEXT'],
    ['a URL', { id: 'https://huggingface.co/a/b' }, 'LLMD-MODEL-ID at test/weights'],
    ['no id', { id: js(undefined) }, 'LLMD-MODEL-ID at test/weights'],
    ['an unknown option', js({ ttl: 5 }), 'LLMD-OPTION-UNKNOWN at test/weights'],
    ['neither claim nor storage', { storage: undefined }, 'LLMD-MODEL-DOWNLOAD-CLAIM .*neither claim nor storage'],
    ['claim and storage', { claim }, 'LLMD-MODEL-DOWNLOAD-CLAIM .*claim and storage'],
    ['a claim by its name', { storage: undefined, claim: js('models') }, 'LLMD-OPTION-TYPE'],
    ['storage without a size', { storage: js({}) }, 'LLMD-OPTION-TYPE .*storage.size'],
    ['a size as a text', { storage: js({ size: '10Gi' }) }, 'LLMD-OPTION-TYPE .*storage.size'],
    [
      'a storage class',
      { storage: { ...LEAST.storage!, storageClassName: 'A_b' } },
      'LLMD-OPTION-TEXT .*storageClassName',
    ],
    [
      'an access mode',
      { storage: { ...LEAST.storage!, accessModes: js(['RWX']) } },
      'LLMD-OPTION-CHOICE .*accessModes',
    ],
    ['no access mode', { storage: { ...LEAST.storage!, accessModes: [] } }, 'LLMD-MODEL-DOWNLOAD-READONLY'],
    [
      'only a read-only access mode',
      { storage: { ...LEAST.storage!, accessModes: [PersistentVolumeAccessMode.READ_ONLY_MANY] } },
      'LLMD-MODEL-DOWNLOAD-READONLY',
    ],
    ['a floating image', { image: 'python' }, 'LLMD-IMAGE-FLOATING'],
    ['a negative backoffLimit', { backoffLimit: -1 }, 'LLMD-OPTION-RANGE'],
    ['NaN', { backoffLimit: NaN }, 'LLMD-OPTION-RANGE'],
    ['a duration in seconds', { ttlAfterFinished: js(300) }, 'LLMD-OPTION-TYPE'],
    ['a pattern like a flag', { include: ['--token=x'] }, 'LLMD-OPTION-TEXT .*include'],
    ['a pattern that is no list', { exclude: js('*.bin') }, 'LLMD-OPTION-TYPE .*exclude'],
    ['an endpoint', { endpoint: 'ftp://h' }, 'LLMD-OPTION-TEXT .*endpoint'],
    ['a name', { name: 'Weights' }, 'LLMD-NAME'],
    ['a name that leaves no room for the revision', { name: 'a'.repeat(60) }, 'LLMD-NAME'],
    ['a token', { token: js('hf_x') }, 'LLMD-OPTION-TYPE .*token'],
  ])('%s is refused', (_, props, message) => {
    expect(() => objectsOf(props)).toThrow(expect.objectContaining({ name: 'LlmdError' }));
    expect(() => objectsOf(props)).toThrow(new RegExp(message));
  });
});

describe('the script of the Job', () => {
  const files = mkdtempSync(path.join(os.tmpdir(), 'model-download-'));
  const run = (hf: string) => {
    const { command, args } = containerOf();
    const folder = path.join(files, 'model');
    writeFileSync(path.join(files, 'hf'), `#!/bin/sh\n${hf}\n`, { mode: 0o755 });
    mkdirSync(folder, { recursive: true });
    const [program, ...words] = [...command, folder, ...args.slice(1)];
    const { status, stdout } = spawnSync(program, words, {
      env: { PATH: `${files}:${process.env.PATH}` },
      encoding: 'utf8',
    });
    return { status, stdout: stdout.replaceAll(folder, 'FOLDER') };
  };
  afterAll(() => rmSync(files, { recursive: true }));

  test('fails as the download fails, downloads, and then finds that it is complete', () => {
    expect(run('exit 7').status).toBe(7);
    expect(run('echo "$@"')).toEqual({ status: 0, stdout: `download a/b --revision=${COMMIT} --local-dir FOLDER\n` });
    expect(run('exit 7')).toEqual({ status: 0, stdout: 'FOLDER is complete\n' });
  });
});
