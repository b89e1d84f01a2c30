import { allAnswered, makeCheck } from './checks';
import { defineExercise } from './exercise';
import { type ExerciseOptions, promptOf, type Splits } from './options';
import { COUNTED_WITHIN, sum } from './metrics';
import type { Check, Round } from './results';
import { Recorder } from './recorder';
import type { Session } from './session';
import { describedCompletion } from './traffic/answers';
import { type Alias, type Aliases, aliasesOf, sharesOf } from './target/aliases';
import { interval, RUNS_TO_A_MISS } from './statistics';
import { refuse } from '../errors';
import { waitUntil } from './wait';

const SPLIT_REQUESTS = 400;
const ALIAS_REQUESTS = 20;
const WIDTH = 10;
const TOKENS = 1;

/**
 * The exercise `model-aliasing`: an alias answers like its model, splits follow their weights, and unknown names are
 * refused.
 */
export const modelAliasing = defineExercise('model-aliasing', async (session, options) => {
  const { cluster, pool } = session.target;
  const aliases = await aliasesOf(cluster, pool, session.release);
  if (aliases.named.length === 0) {
    refuse(`InferencePool ${pool.namespace}/${pool.name}`, {
      code: 'LLMD-ALIAS-NONE',
      got: 'no InferenceModelRewrite with an exact name for this pool',
      expected: `one of ${session.release.modelApiVersion}`,
      remedy: 'apply one first, for example with `cdk8s-llm-d guide 4`',
    });
  }
  const rounds: Round[] = [];
  const checks: Check[] = [await checkUnknownModel(session, aliases), ...missingAliases(aliases, options.splits)];
  for (const alias of aliases.named) {
    const { round, checks: checksOfAlias } = await exerciseAlias(session, alias, options);
    rounds.push(round);
    checks.push(...ambiguity(alias), ...weightChecks(alias, options.splits?.[alias.name]), ...checksOfAlias);
  }
  return { checks, rounds };
});

async function checkUnknownModel({ client }: Session, { catchAll }: Aliases): Promise<Check> {
  const { status } = await client.complete({ model: 'no-such-model', prompt: 'The future', maxTokens: 1 });
  return catchAll === undefined
    ? makeCheck('a model that no pod serves is refused', 'status 404', `status ${status}`, status === 404)
    : makeCheck(
        'any other name is answered',
        `status 200, since ${catchAll} takes all`,
        `status ${status}`,
        status === 200,
      );
}

/** A failed check for each alias in `splits` that no rewrite defines. */
function missingAliases({ named }: Aliases, splits: Splits = {}): Check[] {
  const names = named.map(({ name }) => name);
  return Object.keys(splits)
    .filter((alias) => !names.includes(alias))
    .map((alias) => makeCheck(`a rule answers to ${alias}`, '1', `0; there are rules for ${names.join(', ')}`, false));
}

/** A failed check where several rewrites define an alias: pickers follow only one of them. */
function ambiguity({ name, rewrites: [oldest, ...others] }: Alias): Check[] {
  if (others.length === 0) return [];
  const measured = `${[oldest, ...others].join(', ')}: pickers follow the oldest, and of the same age any`;
  return [makeCheck(`one rule answers to ${name}`, '1', measured, false)];
}

/** Checks that either all targets have a weight or none, and that the weights are those of `splits`. */
function weightChecks({ name, targets }: Alias, intended?: { readonly [model: string]: number }): Check[] {
  const without = targets.filter(({ weight }) => weight === undefined).map(({ model }) => model);
  const checks: Check[] = [];
  if (without.length > 0 && without.length < targets.length) {
    const measured = `none for ${without.join(', ')}, which gets nothing`;
    checks.push(makeCheck(`the targets of ${name} have weights`, 'a weight for each, or for none', measured, false));
  }
  if (intended !== undefined) {
    const expected = describeShares(Object.entries(intended).map(([model, weight]) => ({ model, weight })));
    const written = describeShares(targets);
    checks.push(makeCheck(`the weights of ${name} are those that are meant`, expected, written, expected === written));
  }
  return checks;
}

/** The shares of targets in words: `90.0 % to facebook/opt-125m, 10.0 % to facebook/opt-125m-canary`. */
function describeShares(targets: Alias['targets']): string {
  const shares = sharesOf(targets);
  return targets
    .map(({ model }, index) => `${(shares[index] * 100).toFixed(1)} % to ${model}`)
    .sort()
    .join(', ');
}

/** Sends requests to an alias and checks which targets the picker chose for them. */
async function exerciseAlias(session: Session, alias: Alias, options: ExerciseOptions) {
  const isSplit = alias.targets.length > 1;
  const requests = isSplit ? (options.requests ?? SPLIT_REQUESTS) : ALIAS_REQUESTS;
  const recorder = new Recorder(session, `alias ${alias.name}`, options.onProgress);
  const completions = Array.from({ length: requests }, (_, index) => ({
    model: alias.name,
    prompt: promptOf(index, options),
    maxTokens: TOKENS,
  }));
  const before = await decisions(session, alias);
  await recorder.countAnswers(() => recorder.traffic.sendAll(completions, WIDTH, session.signal));
  let after = before;
  const moved = () => total(after) - total(before);
  const read = async () => (after = await decisions(session, alias));
  await waitUntil(COUNTED_WITHIN, read, () => moved() >= requests, session.signal);
  const round = recorder.round();
  const checks: Check[] = [
    allAnswered(round),
    ...(isSplit ? [] : [await answersLikeItsModel(session, alias)]),
    makeCheck(
      `the picker counts the decisions for ${alias.name}`,
      `exactly the ${requests} that were sent`,
      String(moved()),
      moved() === requests,
    ),
    ...(isSplit ? splitChecks(alias, requests, before, after) : []),
  ];
  return { round, checks };
}

/** The check that an alias and its model count the same tokens in the same prompt. */
async function answersLikeItsModel({ client }: Session, { name, targets: [{ model }] }: Alias): Promise<Check> {
  const ask = async (asked: string) => {
    const { status, body } = await client.complete({
      model: asked,
      prompt: 'San Francisco is known for',
      maxTokens: 5,
    });
    return status === 200 ? describedCompletion(body) : `status ${status}`;
  };
  const [expected, measured] = [await ask(model), await ask(name)];
  return makeCheck(
    `${name} answers like ${model}`,
    expected,
    measured,
    expected === measured && !/^status/.test(measured),
  );
}

/** Checks for each target of a weighted alias that its number of requests is within the interval of its weight. */
function splitChecks({ name, targets }: Alias, requests: number, before: Decisions, after: Decisions): Check[] {
  const shares = sharesOf(targets);
  return targets.map(({ model }, index) => {
    const moved = (after.get(model) ?? 0) - (before.get(model) ?? 0);
    const { low, high } = interval(requests, shares[index]);
    const chance = `${(shares[index] * 100).toFixed(1)} %; missed once in ${RUNS_TO_A_MISS} runs`;
    const expected = `${low} to ${high} of ${requests} (${chance})`;
    return makeCheck(`${name} goes to ${model}`, expected, String(moved), low <= moved && moved <= high);
  });
}

/** How many requests the picker has sent to each target of an alias. */
type Decisions = ReadonlyMap<string, number>;

async function decisions(session: Session, { name, targets }: Alias): Promise<Decisions> {
  const samples = await session.pickerMetrics();
  const { rewriteDecisionsMetric } = session.release;
  const of = (target_model: string) => sum(samples, rewriteDecisionsMetric, { model_name: name, target_model });
  return new Map(targets.map(({ model }) => [model, of(model)]));
}

function total(decided: Decisions): number {
  return [...decided.values()].reduce((all, number) => all + number, 0);
}
