import { allAnswered, checked } from './checks';
import { exercise } from './exercise';
import { type ExerciseOptions, promptOf, type Splits } from './options';
import { COUNTED_WITHIN, sum } from './metrics';
import type { Check, Round } from './results';
import { Recorder } from './round';
import type { Session } from './session';
import { type Alias, type Aliases, aliasesOf, sharesOf } from './target/aliases';
import { interval, RUNS_TO_A_MISS } from './statistics';
import { refuse } from '../errors';
import { within } from './wait';

const SPLIT_REQUESTS = 400;
const ALIAS_REQUESTS = 20;
const WIDTH = 10;
const TOKENS = 1;

/** Aliases are answered as their models are, split by weight, and nobody else's. */
export const modelAliasing = exercise('model-aliasing', async (session, options) => {
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
  const checks: Check[] = [await unknownModel(session, aliases), ...areThere(aliases, options.splits)];
  for (const alias of aliases.named) {
    const { round, found } = await exerciseAlias(session, alias, options);
    rounds.push(round);
    checks.push(...isUnambiguous(alias), ...isWeighted(alias, options.splits?.[alias.name]), ...found);
  }
  return { checks, rounds };
});

async function unknownModel({ client }: Session, { catchAll }: Aliases): Promise<Check> {
  const { status } = await client.complete({ model: 'no-such-model', prompt: 'The future', maxTokens: 1 });
  return catchAll === undefined
    ? checked('a model that nobody serves is refused', 'status 404', `status ${status}`, status === 404)
    : checked(
        'any other name is answered',
        `status 200, since ${catchAll} takes all`,
        `status ${status}`,
        status === 200,
      );
}

/** Names that are meant to be split, and that no rewrite answers to. */
function areThere({ named }: Aliases, splits: Splits = {}): Check[] {
  const names = named.map(({ name }) => name);
  return Object.keys(splits)
    .filter((meant) => !names.includes(meant))
    .map((meant) => checked(`a rule answers to ${meant}`, '1', `0; there are rules for ${names.join(', ')}`, false));
}

/** A picker follows one rewrite; who reads another one reads what does not happen. */
function isUnambiguous({ name, rewrites: [oldest, ...others] }: Alias): Check[] {
  if (others.length === 0) return [];
  const measured = `${[oldest, ...others].join(', ')}: pickers follow the oldest, and of the same age any`;
  return [checked(`one rule answers to ${name}`, '1', measured, false)];
}

/** Whether the weights say what was meant. */
function isWeighted({ name, targets }: Alias, wanted?: { readonly [model: string]: number }): Check[] {
  const without = targets.filter(({ weight }) => weight === undefined).map(({ model }) => model);
  const checks: Check[] = [];
  if (without.length > 0 && without.length < targets.length) {
    const measured = `none for ${without.join(', ')}, which gets nothing`;
    checks.push(checked(`the targets of ${name} have weights`, 'a weight for each, or for none', measured, false));
  }
  if (wanted !== undefined) {
    const [meant, written] = [Object.entries(wanted).map(([model, weight]) => ({ model, weight })), targets].map(
      inWords,
    );
    checks.push(checked(`the weights of ${name} are those that are meant`, meant, written, meant === written));
  }
  return checks;
}

/** `90.0 % to facebook/opt-125m, 10.0 % to facebook/opt-125m-canary`. */
function inWords(targets: Alias['targets']): string {
  const shares = sharesOf(targets);
  return targets
    .map(({ model }, index) => `${(shares[index] * 100).toFixed(1)} % to ${model}`)
    .sort()
    .join(', ');
}

async function exerciseAlias(session: Session, alias: Alias, options: ExerciseOptions) {
  const isSplit = alias.targets.length > 1;
  const requests = isSplit ? (options.requests ?? SPLIT_REQUESTS) : ALIAS_REQUESTS;
  const recorder = new Recorder(session, `alias ${alias.name}`, options.onProgress);
  const wanted = Array.from({ length: requests }, (_, index) => ({
    model: alias.name,
    prompt: promptOf(index, options),
    maxTokens: TOKENS,
  }));
  const before = await decisions(session, alias);
  await recorder.countShares(() => recorder.traffic.sendAll(wanted, WIDTH, session.signal));
  let after = before;
  const moved = () => total(after) - total(before);
  const look = async () => (after = await decisions(session, alias));
  await within(COUNTED_WITHIN, look, () => moved() >= requests, session.signal);
  const round = recorder.round();
  const found: Check[] = [
    allAnswered(round),
    ...(isSplit ? [] : [await answersLikeItsModel(session, alias)]),
    checked(
      `the picker counts the decisions for ${alias.name}`,
      `exactly the ${requests} that were sent`,
      String(moved()),
      moved() === requests,
    ),
    ...(isSplit ? split(alias, requests, before, after) : []),
  ];
  return { round, found };
}

/** An alias and its model count the same tokens in the same prompt. */
async function answersLikeItsModel({ client }: Session, { name, targets: [{ model }] }: Alias): Promise<Check> {
  const ask = async (asked: string) => {
    const { status, body } = await client.complete({
      model: asked,
      prompt: 'San Francisco is known for',
      maxTokens: 5,
    });
    if (status !== 200) return `status ${status}`;
    const { object, usage } = JSON.parse(body) as { object: string; usage: { prompt_tokens: number } };
    return `${object} for a prompt of ${usage.prompt_tokens} tokens`;
  };
  const [wanted, measured] = [await ask(model), await ask(name)];
  return checked(`${name} answers like ${model}`, wanted, measured, wanted === measured && !/^status/.test(measured));
}

function split({ name, targets }: Alias, requests: number, before: Decisions, after: Decisions): Check[] {
  const shares = sharesOf(targets);
  return targets.map(({ model }, index) => {
    const moved = (after.get(model) ?? 0) - (before.get(model) ?? 0);
    const { low, high } = interval(requests, shares[index]);
    const chance = `${(shares[index] * 100).toFixed(1)} %; missed once in ${RUNS_TO_A_MISS} runs`;
    const wanted = `${low} to ${high} of ${requests} (${chance})`;
    return checked(`${name} goes to ${model}`, wanted, String(moved), low <= moved && moved <= high);
  });
}

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
