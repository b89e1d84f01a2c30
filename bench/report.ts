import type { LoadCost, StackCost } from './measure';
import type { TrafficCost } from './measure-traffic';
import type { ValidationCost } from './measure-validation';

/** A figure that may not be larger than its limit. */
export interface Bound {
  readonly what: string;
  readonly figure: number;
  readonly limit: number;
}

/**
 * What must hold on every machine: ratios of CPU time in one run, which a busy machine hardly changes, one difference
 * of two starts, and what the client of the exercises can do.
 */
export function bounds(stacks: readonly StackCost[], validation: ValidationCost, traffic: TrafficCost): Bound[] {
  const { files, objects, cold, warm } = validation;
  const perStack = (count: number) => stacks.find((cost) => cost.stacks === count)!.synth.cpu / count;
  const [few, many] = objects.map((sample) => sample.validate / sample.objects);
  const [fewObjects, manyObjects] = objects.map((sample) => sample.objects);
  return [
    { what: 'a stack among 1,000 : a stack among 100', figure: perStack(1000) / perStack(100), limit: 1.3 },
    { what: 'reading and validating dist/ : parsing it', figure: files.validate / files.parse, limit: 1.5 },
    { what: `validating an object among ${manyObjects} : among ${fewObjects}`, figure: many / few, limit: 1.3 },
    {
      what: `synth of ${warm.stacks} stacks with validation : without`,
      figure: warm.checked / warm.unchecked,
      limit: 2,
    },
    {
      what: 'start and synth of one stack with validation - without, ms',
      figure: cold.checked - cold.unchecked,
      limit: 150,
    },
    {
      what: "a request of the exercises' client, ms (2,000 a second)",
      figure: 1000 / traffic.requestsPerSecond,
      limit: 0.5,
    },
    { what: "memory of the exercises' client, MB", figure: traffic.peakRssMegabytes, limit: 200 },
  ];
}

/** Whether a bound holds. */
export function holds({ figure, limit }: Bound): boolean {
  return figure <= limit;
}

/** The results as tables. */
export function report(costs: readonly StackCost[], loads: readonly LoadCost[], all: readonly Bound[]): string {
  return [
    'Synth of N stacks with default props, each a chart and a file. Medians; ms.',
    table(
      ['stacks', 'whole process', 'peak MB', 'in process', 'construct', 'objects', 'YAML', 'CPU', 'CPU per stack'],
      costs.map(({ stacks, process, synth }) => [
        String(stacks),
        process.milliseconds.toFixed(0),
        process.peakRssMegabytes.toFixed(0),
        ...[synth.total, synth.construct, synth.objects, synth.yaml, synth.cpu].map((value) => value.toFixed(1)),
        (synth.cpu / stacks).toFixed(2),
      ]),
    ),
    '',
    'A process that loads one module and ends. Medians; ms.',
    table(
      ['module', 'whole process', 'peak MB'],
      loads.map(({ module, ...cost }) => [module, cost.milliseconds.toFixed(0), cost.peakRssMegabytes.toFixed(0)]),
    ),
    '',
    'Bounds.',
    table(
      ['', 'figure', 'limit', ''],
      all.map((bound) => [
        bound.what,
        bound.figure.toFixed(2),
        `${bound.limit}`,
        holds(bound) ? 'holds' : 'does not hold',
      ]),
    ),
  ].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
  const line = (row: readonly string[]) => row.map((cell, column) => cell.padStart(widths[column])).join('  ');
  return [head, ...rows].map(line).join('\n');
}
