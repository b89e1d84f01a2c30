import { kubectl } from './kubectl';

/** One line of Prometheus' text format. */
export interface Sample {
  readonly name: string;
  readonly labels: { readonly [name: string]: string };
  readonly value: number;
}

/** The samples of a metrics page. */
export function parseMetrics(page: string): Sample[] {
  return page
    .split('\n')
    .map((line) => /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)/.exec(line))
    .filter((match) => match !== null)
    .map(([, name, labels = '', value]) => ({
      name: name,
      labels: Object.fromEntries(
        [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key, text]) => [key, text]),
      ),
      value: Number(value),
    }));
}

/** Sum of the samples of this name and these labels; 0 when there are none, as for a counter that nobody has used. */
export function sum(
  samples: readonly Sample[],
  name: string,
  labels: { readonly [name: string]: string } = {},
): number {
  return samples
    .filter((sample) => sample.name === name)
    .filter((sample) => Object.entries(labels).every(([key, value]) => sample.labels[key] === value))
    .reduce((total, { value }) => total + value, 0);
}

/** The metrics page of a pod, fetched by the API server. */
export async function podMetrics(namespace: string, pod: string, port: number): Promise<Sample[]> {
  return parseMetrics(
    await kubectl(['get', '--raw', `/api/v1/namespaces/${namespace}/pods/${pod}:${port}/proxy/metrics`]),
  );
}
