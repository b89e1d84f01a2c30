import type { Comparison } from './comparison';
import type { Outcome } from './differences';

const OUTCOMES: readonly Outcome[] = [
  'both accept',
  'both refuse',
  'only we accept',
  'only the server accepts',
  'not judged',
];

/** How many comparisons of each kind had which outcome, and every disagreement. */
export function report(comparisons: readonly Comparison[]): string {
  const kinds = [...new Set(comparisons.map(({ kind }) => kind))].sort();
  const rows = kinds.map((kind) => [kind, ...counts(comparisons.filter((comparison) => comparison.kind === kind))]);
  const table = aligned([['kind', ...OUTCOMES], ...rows, ['all', ...counts(comparisons)]]);
  return [table, ...comparisons.filter(isDisagreement).map(describe)].join('\n');
}

function counts(comparisons: readonly Comparison[]): string[] {
  return OUTCOMES.map((outcome) => String(comparisons.filter((comparison) => comparison.outcome === outcome).length));
}

export function isDisagreement({ outcome }: Comparison): boolean {
  return outcome === 'only we accept' || outcome === 'only the server accepts';
}

function describe({ kind, done, outcome, refusals, server, difference }: Comparison): string {
  const reason = outcome === 'only we accept' ? server.message.slice(0, 400) : refusals.join('; ');
  return `\n${outcome}: ${kind}, ${done}\n  ${reason}\n  ${difference === undefined ? 'NEW' : `named: ${difference.title}`}`;
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The share of some outcomes in others, in percent. */
export function percent(comparisons: readonly Comparison[], part: Outcome, ...whole: readonly Outcome[]): number {
  const all = comparisons.filter(({ outcome }) => outcome === part || whole.includes(outcome));
  return (100 * all.filter(({ outcome }) => outcome === part).length) / all.length;
}
