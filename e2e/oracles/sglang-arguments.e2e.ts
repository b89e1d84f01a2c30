import { spawnSync } from 'node:child_process';
import { Drain, Engine, Model, type SglangOptions } from '../../lib';
import { SGLANG, SGLANG_VERSIONS, type SglangVersion } from '../../lib/catalogue/engines/sglang';
import { checkSglangArguments } from '../../lib/engine-arguments/sglang';
import { SGLANG_CASES } from '../../test/support/sglang-cases';

/*
 * Asks the real parser of SGLang about the argument lists that Engine.sglang writes, and about changed ones, and compares.
 * E2E_SGLANG_ARGS_CHECK is the path of scripts/sglang-arguments/ask.py, or of a program that runs it with an environment
 * in which Python finds SGLang, of any version that the catalogue has.
 */

interface Verdict {
  readonly accepted: boolean;
  readonly message: string;
}

/** Values and flags that argument lists may end with; some are right and some wrong. */
const ENDS = [
  ['--tp=2'],
  ['--tp-size', 'two'],
  ['--mem-fraction', '0.5'],
  ['--mem-fraction-static=.5e-1'],
  ['--mem-fraction-static=0x1'],
  ['--enable'],
  ['--enable-lora=true'],
  ['--enable-lora', 'true'],
  ['--chunked-prefill-size', '-1'],
  ['--chunked-prefill-size', '-1e3'],
  ['--max-running-requests', '1_000'],
  ['--max-running-requests', ' 7'],
  ['--lora-paths'],
  ['--context-length=25.6k'],
  ['--context-length=32K'],
  ['--context-length=1.5Ki'],
  ['--preferred-sampling-params={"top_p":0.9}'],
  ['--preferred-sampling-params=x'],
  ['--lora-paths', 'a', 'b=c'],
  ['--chat-template', '-x y'],
  ['--chat-template', '-x'],
  ['--cuda-graph-max-bs'],
  ['--no-such-flag'],
  ['word'],
];

let version: SglangVersion;

function ask(lists: readonly (readonly string[])[]): readonly Verdict[] {
  const program = process.env.E2E_SGLANG_ARGS_CHECK;
  if (program === undefined) throw new Error('E2E_SGLANG_ARGS_CHECK must be the path of a program that asks SGLang');
  const { stdout, stderr, status } = spawnSync(program, { input: JSON.stringify(lists), encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const answer = JSON.parse(stdout) as { readonly version: SglangVersion; readonly results: readonly Verdict[] };
  version = answer.version;
  return answer.results;
}

let written: readonly string[][];
let lists: readonly string[][];
let verdicts: readonly Verdict[];

beforeAll(() => {
  ask([]);
  if (!SGLANG_VERSIONS.includes(version)) throw new Error(`the catalogue has no SGLang ${version}`);
  written = Object.values(SGLANG_CASES).map(argumentsOf);
  lists = [...written, ...written.flatMap(changed)];
  verdicts = ask(lists);
});

test('SGLang accepts every list that Engine.sglang writes', () => {
  const refused = written.flatMap((args, index) => (verdicts[index].accepted ? [] : [[verdicts[index].message, args]]));
  expect(refused).toEqual([]);
});

test('SGLang and we agree about changed lists', () => {
  const accepted = verdicts.filter((verdict) => verdict.accepted).length;
  console.info(`SGLang ${version} accepts ${accepted} of ${lists.length} lists`);
  const differing = lists.flatMap((args, index) => {
    const ours = refusal(args);
    const { accepted: theirs, message } = verdicts[index];
    return theirs === (ours === undefined) ? [] : [[theirs ? `we: ${ours}` : `SGLang: ${message}`, args.join(' ')]];
  });
  expect(differing).toEqual([]);
  // The lists must contain both accepted and refused ones.
  expect(Math.min(accepted, lists.length - accepted)).toBeGreaterThan(lists.length / 10);
});

function argumentsOf(options: SglangOptions): string[] {
  const model = Model.huggingFace('facebook/opt-125m', { revision: 'main' });
  const image = SGLANG[version].images.nvidia;
  const { args } = Engine.sglang({ ...options, image, version }).specify({
    model,
    servedModelNames: ['opt'],
    port: 8000,
    drain: Drain.of(),
    adapters: [{ name: 'opt:sql', source: 'org/sql-lora' }] as never,
    nodesPerReplica: options.dpSize === 2 ? 1 : 2,
    extraArgs: [],
  });
  // The kubelet puts environment variables in.
  return args!.map((word) => word.replace('$(LWS_WORKER_INDEX)', '1').replace(/\$\(\w+\)/g, '10.0.0.1'));
}

/** The list with one word changed after another, the model aside, which SGLang must have; and with other ends. */
function changed(args: readonly string[]): string[][] {
  const words = args.flatMap((word, index) => {
    if (index === 0) return [];
    const replaced = (...instead: string[]) => [...args.slice(0, index), ...instead, ...args.slice(index + 1)];
    const flag = word.split('=', 1)[0];
    return [
      replaced(),
      replaced(`${word}x`),
      replaced(word.replace(flag, flag.slice(0, -1))),
      replaced(flag.replaceAll('-', '_')),
      replaced(flag),
      replaced(word.replace('=', ' ')),
      replaced(...word.replace('=', '\n').split('\n')),
    ];
  });
  return [...words, ...ENDS.map((end) => [...args, ...end])];
}

function refusal(args: readonly string[]): string | undefined {
  try {
    checkSglangArguments('here', args, version);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
