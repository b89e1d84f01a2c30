/** One line of Prometheus' text format. */
export interface Sample {
  readonly name: string;
  readonly labels: Labels;
  readonly value: number;
}

type Labels = { readonly [name: string]: string };

/** Seconds until a picker has counted what it did. */
export const COUNTED_WITHIN = 10;

/** The samples of a metrics page. */
export function parseMetrics(page: string): Sample[] {
  return page
    .split('\n')
    .map((line) => /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)/.exec(line))
    .filter((match) => match !== null)
    .map(([, name, labels = '', value]) => ({
      name,
      labels: Object.fromEntries(
        [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key, text]) => [key, text]),
      ),
      value: Number(value),
    }));
}

/** Sum of the samples of this name and these labels; 0 where there are none, as for a counter that nobody has used. */
export function sum(samples: readonly Sample[], name: string, labels: Labels = {}): number {
  return samples
    .filter((sample) => sample.name === name)
    .filter((sample) => Object.entries(labels).every(([key, value]) => sample.labels[key] === value))
    .reduce((total, { value }) => total + value, 0);
}

/** Whether a page has a metric: a counter or gauge of this name, or a histogram. */
export function has(samples: readonly Sample[], name: string): boolean {
  return samples.some((sample) => sample.name === name || sample.name === `${name}_count`);
}
