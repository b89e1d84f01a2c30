import { Size } from 'cdk8s';
import { PersistentVolumeClaim } from 'cdk8s-plus-28';
import {
  Accelerator,
  Engine,
  InferenceStack,
  LoraAdapter,
  Model,
  ModelDownload,
  ModelServer,
  type ModelServerProps,
} from '../../lib';
import { loraArguments, loraEnv, loraMounts } from '../../lib/model-server/lora-arguments';
import { findings } from '../support/findings';
import { find, mainContainer, podSpec } from '../support/objects';
import { newChart, synth } from '../support/synth';

const chart = newChart();
const claim = PersistentVolumeClaim.fromClaimName(chart, 'claim', 'models');
const CLAIM = { group: '', kind: 'PersistentVolumeClaim', name: 'models' };
const sql = LoraAdapter.huggingFace('sql', 'org/sql-lora', { rank: 20 });
const law = LoraAdapter.huggingFace('law', 'org/law-lora', { rank: 8 });

const objectsOf = (props: Partial<ModelServerProps>) =>
  synth((scope) => new ModelServer(scope, 'server', { model: Model.huggingFace('a/b'), ...props }));

test('vLLM gets the flags of its adapters', () => {
  const objects = objectsOf({ adapters: [sql, law] });
  expect(mainContainer(objects).args.slice(-7)).toEqual([
    '--enable-lora',
    '--max-loras=3',
    '--max-cpu-loras=3',
    '--max-lora-rank=32',
    '--lora-modules',
    '{"name":"sql","path":"org/sql-lora"}',
    '{"name":"law","path":"org/law-lora"}',
  ]);
  expect(findings(objects)).toEqual([]);
});

test('the simulator gets their names', () => {
  const objects = objectsOf({ adapters: [sql], engine: Engine.simulator() });
  expect(mainContainer(objects).args.join(' ')).toContain('--lora-modules {"name":"sql","path":"org/sql-lora"}');
  expect(findings(objects)).toEqual([]);
});

test('there are no flags without adapters', () => {
  expect(mainContainer(objectsOf({ adapters: [] })).args).toEqual(mainContainer(objectsOf({})).args);
  expect(mainContainer(objectsOf({})).args.join()).not.toContain('lora');
});

describe('an adapter in a volume', () => {
  const adapters = [LoraAdapter.volume('sql', claim, { path: 'org/sql', rank: 16 }), LoraAdapter.volume('all', claim)];

  test('is mounted once, with its model and other adapters', () => {
    const objects = objectsOf({ model: Model.volume(claim, { id: 'a/b', path: 'a/b' }), adapters, replicas: 2 });
    expect(podSpec(objects).volumes.filter((volume: any) => volume.persistentVolumeClaim)).toEqual([
      { name: 'models-models', persistentVolumeClaim: { claimName: 'models', readOnly: true } },
    ]);
    expect(mainContainer(objects).args).toEqual(
      expect.arrayContaining([
        '{"name":"sql","path":"/models/models/org/sql"}',
        '{"name":"all","path":"/models/models"}',
      ]),
    );
    expect(findings(objects, [CLAIM])).toEqual([]);
  });

  test('is mounted for an engine without volumes of its own, which keeps /tmp', () => {
    const engine = Engine.custom({ name: 'e', image: 'e:v1' });
    expect(mainContainer(objectsOf({ engine, adapters })).volumeMounts).toMatchObject([
      { mountPath: '/tmp' },
      { mountPath: '/models/models', readOnly: true },
    ]);
  });

  test('may come from a ModelDownload, so that its revision is fixed', () => {
    const revision = '27dcfa74d334bc871f3234de431e71c6eeba5dd6';
    const objects = synth((scope) => {
      const storage = { size: Size.gibibytes(1) };
      const base = new ModelDownload(scope, 'base', { id: 'a/b', revision, storage });
      const lora = new ModelDownload(scope, 'lora', { id: 'org/sql', revision, claim: base.claim });
      const adapter = LoraAdapter.volume('sql', lora.claim, { path: lora.folder, rank: 16 });
      new ModelServer(scope, 'server', { model: base.model, adapters: [adapter], replicas: 2 });
    });
    expect(mainContainer(objects).args).toContain(`{"name":"sql","path":"/models/base/org/sql/${revision}"}`);
    expect(findings(objects)).toEqual([]);
  });
});

test('an adapter may lie in an image, or anywhere', () => {
  const adapters = [
    LoraAdapter.image('sql', 'example.com/sql:v1', { rank: 16 }),
    LoraAdapter.custom({ name: 'law', source: '/opt/law' }),
  ];
  const objects = objectsOf({ adapters });
  expect(mainContainer(objects).args).toEqual(
    expect.arrayContaining(['{"name":"sql","path":"/models/sql"}', '{"name":"law","path":"/opt/law"}']),
  );
  expect(podSpec(objects).volumes).toContainEqual({
    name: 'models-sql',
    image: { reference: 'example.com/sql:v1', pullPolicy: 'IfNotPresent' },
  });
});

describe('validation', () => {
  const stack = (target: string) =>
    synth((scope) => {
      new InferenceStack(scope, 'lora', {
        model: Model.huggingFace('a/b'),
        engine: Engine.vllmCpu(),
        adapters: [sql],
        rewrites: [{ models: ['stable'], targets: [{ model: target }] }],
      });
    });

  test.each(['sql', 'a/b'])('knows that %s is served, as the target of a rewrite', (target) => {
    expect(findings(stack(target)).join()).not.toContain('LLMD-REWRITE-UNSERVED');
  });

  test('warns of a target that is neither model nor adapter', () => {
    expect(findings(stack('sqll')).join()).toContain('LLMD-REWRITE-UNSERVED: "sqll" is not served by');
  });
});

describe('limits', () => {
  const adapters = (count: number, rank?: number) =>
    Array.from({ length: count }, (_, index) => LoraAdapter.huggingFace(`a${index}`, 'org/a', { rank }));

  test.each([
    [[1], '8'],
    [[8], '8'],
    [[9, 16], '16'],
    [[undefined, 8], '16'],
    [[257], '320'],
    [[512], '512'],
  ])('ranks %j take the limit %s', (ranks, limit) => {
    const list = ranks.map((rank, index) => LoraAdapter.huggingFace(`a${index}`, 'org/a', { rank }));
    expect(loraArguments('test', list)).toContain(`--max-lora-rank=${limit}`);
  });

  test('a batch has four adapters at the most, unless it is said', () => {
    expect(loraArguments('test', adapters(6)).slice(1, 3)).toEqual(['--max-loras=4', '--max-cpu-loras=6']);
    expect(loraArguments('test', adapters(6), { maxLoras: 6 }).slice(1, 3)).toEqual([
      '--max-loras=6',
      '--max-cpu-loras=6',
    ]);
    expect(loraArguments('test', adapters(2), { maxLoras: 8 })).toContain('--max-cpu-loras=8');
    expect(loraArguments('test', adapters(2), { maxLoraRank: 64 })).toContain('--max-lora-rank=64');
  });

  test('vLLM for CPUs has a slot more than adapters, which stays empty', () => {
    const objects = synth((scope) => {
      const props = { model: Model.huggingFace('a/b'), engine: Engine.vllmCpu() };
      new ModelServer(scope, 'six', { ...props, adapters: adapters(6) });
      new ModelServer(scope, 'none', props);
    });
    const argsOf = (name: string) => find(objects, 'Deployment', name).spec.template.spec.containers[0].args;
    expect(argsOf('six')).toEqual(expect.arrayContaining(['--max-loras=7', '--max-cpu-loras=7']));
    expect(argsOf('none').join()).not.toContain('lora');
  });

  test('a limit below what the adapters need is refused', () => {
    expect(() => loraArguments('test', adapters(1, 32), { maxLoraRank: 16 })).toThrow('LLMD-LORA-RANK at test');
    expect(() => loraArguments('test', adapters(2), { maxLoras: 2, maxCpuLoras: 1 })).toThrow('LLMD-LORA-MEMORY');
  });
});

describe('loading at run time', () => {
  test('enables LoRA without adapters', () => {
    expect(loraArguments('test', [], { runtimeLoading: true })).toEqual([
      '--enable-lora',
      '--max-loras=1',
      '--max-cpu-loras=1',
      '--max-lora-rank=16',
    ]);
    expect(loraEnv({ runtimeLoading: true })).toEqual({
      VLLM_ALLOW_RUNTIME_LORA_UPDATING: { value: 'True', valueFrom: undefined },
    });
    expect(loraMounts({ runtimeLoading: true })).toEqual([]);
  });

  test('is an option of Engine.vllm, which validation accepts', () => {
    const accelerator = Accelerator.nvidia({ count: 1 });
    const objects = objectsOf({ engine: Engine.vllm({ accelerator, lora: { runtimeClaim: claim } }) });
    const { args, env, volumeMounts } = mainContainer(objects);
    expect(args).toContain('--enable-lora');
    expect(env).toContainEqual({ name: 'VLLM_LORA_RESOLVER_CACHE_DIR', value: '/models/models' });
    expect(volumeMounts).toContainEqual({ name: 'models-models', mountPath: '/models/models', readOnly: true });
    expect(findings(objects, [CLAIM])).toEqual([]);
  });

  test('finds adapters in a claim', () => {
    expect(Object.keys(loraEnv({ runtimeClaim: claim }))).toEqual([
      'VLLM_ALLOW_RUNTIME_LORA_UPDATING',
      'VLLM_LORA_RESOLVER_CACHE_DIR',
    ]);
    expect(loraMounts({ runtimeClaim: claim }).map(({ path }) => path)).toEqual(['/models/models']);
  });

  test('is off', () => {
    expect(loraArguments('test', [])).toEqual([]);
    expect(loraEnv()).toEqual({});
    expect(loraMounts()).toEqual([]);
  });
});

describe('wrong input', () => {
  const js = (value: unknown) => value as never;

  test.each<[string, () => unknown, string]>([
    ['a revision', () => LoraAdapter.huggingFace('a', 'o/a', js({ revision: 'x' })), 'LLMD-LORA-REVISION'],
    ['a rank of 0', () => LoraAdapter.huggingFace('a', 'o/a', { rank: 0 }), 'LLMD-OPTION-RANGE'],
    ['a rank above 512', () => LoraAdapter.huggingFace('a', 'o/a', { rank: 513 }), 'LLMD-OPTION-RANGE'],
    ['NaN', () => LoraAdapter.huggingFace('a', 'o/a', { rank: NaN }), 'LLMD-OPTION-RANGE'],
    ['a rank as a text', () => LoraAdapter.huggingFace('a', 'o/a', { rank: js('16') }), 'LLMD-OPTION-TYPE'],
    ['an option that does not exist', () => LoraAdapter.huggingFace('a', 'o/a', js({ ranc: 1 })), 'write rank'],
    ['a URL', () => LoraAdapter.huggingFace('a', 'https://h/o/a'), 'LLMD-MODEL-ID'],
    ['null', () => LoraAdapter.huggingFace('a', 'o/a', js(null)), 'LLMD-OPTION-TYPE'],
    ...['', '--help', 'a b', 'a"b', 'a\nb', 'a=b'].map((name): [string, () => unknown, string] => [
      `the name ${JSON.stringify(name)}`,
      () => LoraAdapter.huggingFace(name, 'o/a'),
      'LLMD-OPTION-TEXT at LoraAdapter.huggingFace: got name',
    ]),
    ['a variable as the name', () => LoraAdapter.huggingFace('$(HF_TOKEN)', 'o/a'), 'LLMD-OPTION-VARIABLE'],
    ['no name', () => LoraAdapter.huggingFace(js(undefined), 'o/a'), 'LLMD-OPTION-MISSING'],
    ['a claim by its name', () => LoraAdapter.volume('a', js('models')), 'LLMD-OPTION-TYPE'],
    ['a path outside', () => LoraAdapter.volume('a', claim, { path: '../b' }), 'LLMD-MODEL-FOLDER'],
    ['a floating image', () => LoraAdapter.image('a', 'b'), 'LLMD-IMAGE-FLOATING'],
    ['no source', () => LoraAdapter.custom(js({ name: 'a' })), 'LLMD-OPTION-MISSING'],
    [
      'two of a name',
      () => objectsOf({ adapters: [sql, sql] }),
      'LLMD-LORA-NAME-TWICE at test/server: got the name "sql"',
    ],
    ['the name of the model', () => objectsOf({ adapters: [sql], servedModelNames: ['sql'] }), 'LLMD-LORA-NAME-TWICE'],
    [
      'one of the hub for an offline model',
      () => objectsOf({ model: Model.volume(claim, { id: 'a/b' }), adapters: [sql] }),
      'LLMD-LORA-OFFLINE at test/server: got the adapter "sql"',
    ],
    ['an adapter as a text', () => objectsOf({ adapters: js(['org/sql']) }), 'LLMD-OPTION-TYPE .*adapters\\[0\\]'],
    ['adapters that are no list', () => objectsOf({ adapters: js(sql) }), 'LLMD-OPTION-TYPE .*adapters'],
  ])('%s is refused', (_, make, message) => {
    expect(make).toThrow(expect.objectContaining({ name: 'LlmdError' }));
    expect(make).toThrow(new RegExp(message));
  });
});
