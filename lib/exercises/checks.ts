import type { Check, RequestRecord, Round } from './results';

/** A number with its noun: `12 requests`, `1 request`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** A check from its parts. */
export function makeCheck(name: string, expected: string, measured: string, passed: boolean): Check {
  return { name, expected, measured, passed };
}

/** The check that no request of a round failed. */
export function allAnswered({ name: round, requests }: Pick<Round, 'name' | 'requests'>): Check {
  const failed = requests.filter(({ failure }) => failure !== undefined);
  return {
    name: `${round}: every request is answered`,
    expected: 'no request fails',
    measured: `${failed.length} of ${requests.length} failed${failed.length === 0 ? '' : `: ${failures(failed)}`}`,
    passed: requests.length > 0 && failed.length === 0,
  };
}

/** Which requests failed, when they were sent, and what the first of them was answered. */
function failures(failed: readonly RequestRecord[]): string {
  const sent = failed.map(({ at }) => at).sort((one, other) => one - other);
  const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);
  const span = `sent ${seconds(sent[0])} s to ${seconds(sent.at(-1)!)} s after the start`;
  const answer = failed.find(({ failedWith }) => failedWith !== undefined)?.failedWith;
  return `${failuresByKind(failed)}, ${span}${answer === undefined ? '' : `; an answer: ${answer}`}`;
}

/** How often requests failed for each reason: `29 x 503, 1 x connection reset`. */
export function failuresByKind(failed: readonly RequestRecord[]): string {
  const counts = new Map<string, number>();
  for (const { failure = '' } of failed) counts.set(failure, (counts.get(failure) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([kind, number]) => `${number} x ${kind}`)
    .join(', ');
}
