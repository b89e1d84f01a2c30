import fc from 'fast-check';
import { DEFAULT_VLLM, type VllmVersion } from '../../lib/catalogue/engines/vllm';
import { serveArguments } from '../../lib/engine-arguments/vllm/serve-arguments';
import { askVllm, type Verdict } from './vllm-arguments/checker';
import { emitted, listOf, WRITTEN } from './vllm-arguments/lists';
import { mutatedLists } from './vllm-arguments/mutations';

/*
 * Asks the real parser of `vllm serve` which argument lists it accepts, and compares. E2E_VLLM_ARGS_CHECK is the path of
 * a program that asks it (see vllm-arguments/checker.ts), and E2E_VLLM_ARGS_VERSION the version of vLLM that it has, by
 * default the one that constructs use. E2E_VLLM_ARGS_CASES says how many mutated lists, E2E_VLLM_ARGS_SEED which.
 */

const COUNT = Number(process.env.E2E_VLLM_ARGS_CASES ?? 500);
const SEED = Number(process.env.E2E_VLLM_ARGS_SEED ?? 1);

const VERSION = (process.env.E2E_VLLM_ARGS_VERSION ?? DEFAULT_VLLM.version) as VllmVersion;

const lists = {
  emitted: emitted(),
  written: WRITTEN.map(listOf),
  mutated: fc.sample(mutatedLists(VERSION), { seed: SEED, numRuns: COUNT }),
};
let verdicts: { readonly [group in keyof typeof lists]: readonly Verdict[] };

beforeAll(() => {
  const program = process.env.E2E_VLLM_ARGS_CHECK;
  if (program === undefined) throw new Error('E2E_VLLM_ARGS_CHECK must be the path of a program that asks vLLM');
  const { emitted: ours, written } = lists;
  const all = askVllm(program, VERSION, [...ours, ...written, ...lists.mutated]);
  verdicts = {
    emitted: all.slice(0, ours.length),
    written: all.slice(ours.length, ours.length + written.length),
    mutated: all.slice(ours.length + written.length),
  };
});

test.each(['emitted', 'written'] as const)('vLLM and we agree about every %s list', (group) => {
  expect(differences(group)).toEqual([]);
  // The lists are written for the default version; another one may lack an option of them.
  const refused = verdicts[group].filter(({ accepted }) => !accepted && VERSION === DEFAULT_VLLM.version);
  expect(refused).toEqual([]);
});

test(`vLLM and we agree about ${COUNT} mutated lists of seed ${SEED} in 98 %`, () => {
  const accepted = verdicts.mutated.filter((verdict) => verdict.accepted).length;
  const differing = differences('mutated');
  console.info(
    [`vLLM accepts ${accepted} of ${COUNT} mutated lists; ${differing.length} verdicts differ`, ...differing].join(
      '\n',
    ),
  );
  // The cases must contain both accepted and refused lists.
  expect(Math.min(accepted, COUNT - accepted)).toBeGreaterThan(COUNT / 10);
  expect(differing.length).toBeLessThanOrEqual(COUNT / 50);
});

function differences(group: keyof typeof lists): string[] {
  return lists[group].flatMap((words, index) => {
    const { accepted, message } = verdicts[group][index];
    // The parser sees no files and no environment here.
    const { refusals } = serveArguments({ words, version: VERSION, file: () => null, environment: () => null });
    if (accepted === (refusals.length === 0)) return [];
    const said = accepted ? refusals.map((refusal) => `we: ${refusal.message}`) : [`vLLM: ${message}`];
    return [[`${accepted ? 'vLLM accepts' : 'vLLM refuses'} ${JSON.stringify(words)}`, ...said].join('\n')];
  });
}
