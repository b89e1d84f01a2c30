import type { Check, ExerciseResult } from '../results';
import { type Markup, markup } from './markup';
import { roundSection } from './round';
import { duration } from './units';

/** An exercise: its verdict, its checks and its rounds. */
export function exerciseSection({ exercise, passed, milliseconds, checks, rounds }: ExerciseResult): Markup {
  return markup`<section id="${exercise}">
<h2>${titleOf(exercise)}</h2>
<p>${verdict(passed)} in ${duration(milliseconds)}</p>
${checks.length > 0 ? checkTable(checks) : ''}${rounds.map(roundSection)}</section>
`;
}

/** A word and a sign, whatever the colour. */
export function verdict(passed: boolean): Markup {
  return passed
    ? markup`<strong class="passed"><span aria-hidden="true">✓</span> passed</strong>`
    : markup`<strong class="failed"><span aria-hidden="true">✗</span> failed</strong>`;
}

/** `load-distribution` as `Load distribution`. */
export function titleOf(exercise: string): string {
  return `${exercise.charAt(0).toUpperCase()}${exercise.slice(1).replaceAll('-', ' ')}`;
}

function checkTable(checks: readonly Check[]): Markup {
  const rows = checks.map(
    ({ name, expected, measured, passed, hint }) => markup`<tr>
<td>${verdict(passed)}</td>
<th scope="row">${name}</th>
<td data-column="expected">${expected}</td>
<td data-column="measured">${measured}${hint === undefined ? '' : markup`<br><em>${hint}</em>`}</td>
</tr>
`,
  );
  const columns = ['result', 'check', 'expected', 'measured'].map((column) => markup`<th scope="col">${column}</th>`);
  return markup`<table class="checks">
<thead><tr>${columns}</tr></thead>
<tbody>
${rows}</tbody>
</table>
`;
}
