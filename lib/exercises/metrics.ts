/** One sample of a metrics page in Prometheus' text format. */
export interface Sample {
  readonly name: string;
  readonly labels: Labels;
  readonly value: number;
}

type Labels = { readonly [name: string]: string };

/** Seconds within which an endpoint picker must have counted its requests. */
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
        [...labels.matchAll(/(?<!\w)(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key, text]) => [key, text]),
      ),
      value: Number(value),
    }));
}

/** Sum of the samples with this name and these labels. A counter that was never incremented may be missing: 0. */
export function sum(samples: readonly Sample[], name: string, labels: Labels = {}): number {
  return samples
    .filter((sample) => sample.name === name)
    .filter((sample) => Object.entries(labels).every(([key, value]) => sample.labels[key] === value))
    .reduce((total, { value }) => total + value, 0);
}

/** Whether a metrics page has a metric of this name: a counter, a gauge or a histogram. */
export function has(samples: readonly Sample[], name: string): boolean {
  return samples.some((sample) => sample.name === name || sample.name === `${name}_count`);
}
