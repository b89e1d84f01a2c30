import type { LoadCost, StackCost } from './measure';

/** A stack among this many … */
const MANY = 1000;
/** … may cost so many times what it costs … */
const LIMIT = 1.3;
/** … among this many. */
const FEW = 100;

/** How the cost of one stack grows with their number. */
export interface Growth {
  readonly factor: number;
  readonly limit: number;
  readonly withinLimit: boolean;
}

/** Compares CPU time, since a busy machine must not make a linear synth look like another. */
export function growth(costs: readonly StackCost[]): Growth {
  const perStack = (stacks: number) => costs.find((cost) => cost.stacks === stacks)!.synth.cpu / stacks;
  const factor = perStack(MANY) / perStack(FEW);
  return { factor, limit: LIMIT, withinLimit: factor <= LIMIT };
}

/** The tables, for people. */
export function report(costs: readonly StackCost[], loads: readonly LoadCost[]): string {
  const { factor, withinLimit } = growth(costs);
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
    `One of ${MANY} stacks costs ${factor.toFixed(2)} times as much as one of ${FEW}; ` +
      (withinLimit ? `up to ${LIMIT} is fine.` : `more than ${LIMIT} is not linear any more.`),
  ].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
  const line = (row: readonly string[]) => row.map((cell, column) => cell.padStart(widths[column])).join('  ');
  return [head, ...rows].map(line).join('\n');
}
