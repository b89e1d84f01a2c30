import { printable } from '../text/printable';
import type { ExerciseResult, TargetSummary } from '../exercises';

/** The target of the exercises, as text. */
export function reportTarget({ context, entry, namespace, pool, model, versions }: TargetSummary): string {
  const parts = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const target = printable(`${context}: ${entry} -> InferencePool ${namespace}/${pool}: ${model}`);
  return `${target}\n${printable(parts.join(', '))}\n\n`;
}

/** The result of an exercise, as text. */
export function reportResult({ exercise, ...result }: ExerciseResult, color: boolean): string {
  return reportChecks(exercise, result, color);
}

/** Whether a guide or an exercise passed, and each of its checks with what was expected and measured. */
export function reportChecks(what: string, { passed, milliseconds, checks }: Verdict, color: boolean): string {
  const paint = (style: number, text: string) => (color ? `\x1b[${style}m${text}\x1b[0m` : text);
  const verdict = (holds: boolean) => paint(holds ? 32 : 31, holds ? 'passed' : 'failed');
  const lines = checks.map(
    (check) =>
      `  ${verdict(check.passed)} ${printable(check.name)}\n    expected: ${printable(check.expected)}\n` +
      `    measured: ${printable(check.measured)}\n` +
      (check.hint === undefined ? '' : `    hint: ${printable(check.hint)}\n`),
  );
  return `${paint(1, what)} ${verdict(passed)} in ${(milliseconds / 1000).toFixed(0)} s\n${lines.join('')}`;
}

type Verdict = Pick<ExerciseResult, 'passed' | 'milliseconds' | 'checks'>;
