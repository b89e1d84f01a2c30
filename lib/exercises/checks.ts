import type { Check, RequestRecord, Round } from './results';

/** `12 requests`, `1 request`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** A demand and what came. */
export function checked(what: string, wanted: string, measured: string, passed: boolean): Check {
  return { what, wanted, measured, passed };
}

/** No request of a round may fail. */
export function allAnswered({ name, requests }: Pick<Round, 'name' | 'requests'>): Check {
  const failed = requests.filter(({ failure }) => failure !== undefined);
  return {
    what: `${name}: every request is answered`,
    wanted: 'no request fails',
    measured: `${failed.length} of ${requests.length} failed${failed.length === 0 ? '' : `: ${kinds(failed)}`}`,
    passed: requests.length > 0 && failed.length === 0,
  };
}

/** `29 x 503, 1 x connection reset`. */
export function kinds(failed: readonly RequestRecord[]): string {
  const counts = new Map<string, number>();
  for (const { failure = '' } of failed) counts.set(failure, (counts.get(failure) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([kind, number]) => `${number} x ${kind}`)
    .join(', ');
}
