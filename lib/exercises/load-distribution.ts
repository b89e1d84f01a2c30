import { allAnswered, count } from './checks';
import { defineExercise } from './exercise';
import { REPLICAS } from './replicas';
import { promptOf } from './options';
import type { Check, Round } from './results';
import { Recorder } from './recorder';
import type { Session } from './session';
import { largestShare, leastPods, RUNS_TO_A_MISS, smallestShare } from './statistics';

const REQUESTS = 100;
const TOKENS = 20;
/** Tokens of an answer in the round with one prefix, where only the prompt matters. */
const PREFIX_TOKENS = 1;
/**
 * Requests in flight for each pod. With more, pods would have queues. A picker that reads the queues at intervals sends
 * all requests in between to the pod whose queue was shortest: a fair spread, but not a random one.
 */
const WIDTH = 4;
/** Requests in flight in the round with one prefix, where each should find what earlier ones left in the caches. */
const PREFIX_WIDTH = 2;
/** Length of the prefix: long enough for many blocks of a prefix cache, short enough for any model. */
const PREFIX_WORDS = 150;

const PREFIX_HINT =
  "the endpoint picker's configuration may lack a prefix-cache-scorer, weigh it too little, or not pick by score";

/** The exercise `load-distribution`: distinct prompts reach all pods, and prompts with one prefix stay on one pod. */
export const loadDistribution = defineExercise('load-distribution', async (session, options) => {
  const { requests = REQUESTS, seed = 0 } = options;
  if ((await session.readyPods()).length < 2) await session.scale(REPLICAS);
  const pods = (await session.readyPods()).length;

  const prompts = Array.from({ length: requests }, (_, index) => promptOf(index, options));
  const distinct = new Recorder(session, 'distinct prompts', options.onProgress);
  await distinct.countAnswers(() =>
    distinct.traffic.sendAll(prompts.map(ask(session, TOKENS)), WIDTH * pods, session.signal),
  );

  const prefix = Array.from({ length: PREFIX_WORDS }, (_, index) => `word${(index * 7 + seed) % 97}`).join(' ');
  const alike = new Recorder(session, 'one long prefix', options.onProgress);
  const prefixed = prompts.map((prompt) => ask(session, PREFIX_TOKENS)(`${prefix} ${prompt}`));
  // The first request goes alone. Two at once might each fill the cache of another pod, and the rest could go to both.
  await alike.countAnswers(async () => {
    await alike.traffic.sendAll(prefixed.slice(0, 1), 1, session.signal);
    await alike.traffic.sendAll(prefixed.slice(1), PREFIX_WIDTH, session.signal);
  });

  const rounds = [distinct.round(), alike.round()];
  return { checks: [...distinctChecks(rounds[0], pods), ...prefixChecks(rounds[1], pods)], rounds };
});

function ask({ model }: Session, maxTokens: number) {
  return (prompt: string) => ({ model, prompt, maxTokens });
}

function distinctChecks(round: Round, pods: number): Check[] {
  const requests = round.requests.length;
  const shares = Object.values(round.shares);
  const least = smallestShare(requests, pods);
  const serving = shares.filter((share) => share > 0).length;
  const leastServing = least > 0 ? pods : leastPods(requests, pods);
  const smallest = Math.min(...shares);
  return [
    allAnswered(round),
    {
      name: 'distinct prompts spread',
      expected: `at least ${leastServing} of ${count(pods, 'pod')} answer (a fair spread reaches fewer once in ${RUNS_TO_A_MISS} runs)`,
      measured: `${count(serving, 'pod')} answered: ${shares.join(' + ')}`,
      passed: serving >= leastServing,
    },
    {
      name: 'no pod is left out',
      expected: `each pod answers at least ${least} of ${requests} (a fair spread misses that once in ${RUNS_TO_A_MISS} runs)`,
      measured: `the least busy answered ${smallest}`,
      passed: smallest >= least,
    },
    sourcesAgree(round),
  ];
}

function prefixChecks(round: Round, pods: number): Check[] {
  const requests = round.requests.length;
  // A fair spread of few requests may put all of them on one pod. Then all must be on one pod, which proves little.
  const most = Math.min(largestShare(requests, pods), requests - 1);
  const chance =
    most < requests - 1 ? `a fair spread exceeds that once in ${RUNS_TO_A_MISS} runs` : 'so few say little';
  const shares = Object.values(round.shares);
  const largest = Math.max(...shares);
  return [
    allAnswered(round),
    {
      name: 'one prefix stays on one pod',
      expected: `more than ${most} of ${requests} on one pod (${chance})`,
      measured: `the busiest answered ${largest}: ${shares.join(' + ')}`,
      passed: largest > most,
      hint: largest > most ? undefined : PREFIX_HINT,
    },
    sourcesAgree(round),
  ];
}

/** The check that the pods named in answers, where answers name them, are those that counted the requests. */
function sourcesAgree({ name: round, requests, shares }: Round): Check {
  const name = `${round}: answers and counters name the same pods`;
  const named = requests.filter(({ pod }) => pod !== undefined);
  const answered = requests.filter(({ status }) => status === 200).length;
  const counted = Object.values(shares).reduce((sum, share) => sum + share, 0);
  if (named.length === 0) {
    const expected = `the pods count the ${answered} answers (which do not say who gave them)`;
    return { name, expected, measured: `they counted ${counted}`, passed: counted === answered };
  }
  const pods = new Set([...Object.keys(shares), ...named.map(({ pod }) => pod!)]);
  const differing = [...pods].filter(
    (pod) => named.filter((request) => request.pod === pod).length !== (shares[pod] ?? 0),
  );
  return {
    name,
    expected: 'each pod counts as many requests as name it',
    measured: differing.length === 0 ? 'they do' : `not so for ${differing.join(', ')}`,
    passed: differing.length === 0,
  };
}
