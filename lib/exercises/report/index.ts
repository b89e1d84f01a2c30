import type { ExerciseRun, TargetSummary } from '../results';
import { exerciseSection, titleOf, verdict } from './exercise';
import { type Content, Markup, markup } from './markup';
import { STYLE } from './style';
import { counted } from './units';

/**
 * The run as one HTML page, which loads nothing and runs nothing: charts are SVG. The same run gives the same bytes. A
 * run without exercises has proven nothing, and counts as failed.
 */
export function renderReport(run: ExerciseRun): string {
  const { command, startedAt, target, results } = run;
  const passed = results.length > 0 && results.every((result) => result.passed);
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<link rel="icon" href="data:,">
<title>Exercises ${passed ? 'passed' : 'failed'}: ${target.pool} in ${target.namespace}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<main>
<h1>Exercises of ${target.pool}: ${verdict(passed)}</h1>
<p>${summary(run)}. Began <time datetime="${startedAt}">${startedAt}</time>.</p>
<pre><code>${command}</code></pre>
${facts(target)}${results.map(exerciseSection)}</main>
</body>
</html>
`.text;
}

function summary({ results }: ExerciseRun): Content {
  const failed = results.filter((result) => !result.passed);
  if (results.length === 0) return 'No exercise ran';
  if (failed.length === 0) return `${counted(results.length, 'exercise')} passed`;
  const links = failed.map(
    ({ exercise }, index) => markup`${index > 0 ? ', ' : ''}<a href="#${exercise}">${titleOf(exercise)}</a>`,
  );
  return markup`${failed.length} of ${counted(results.length, 'exercise')} failed: ${links}`;
}

function facts({ versions, ...target }: TargetSummary): Markup {
  const { context, namespace, pool, entry, model } = target;
  const rows = Object.entries({ context, namespace, pool, entry, model, ...versions });
  return markup`<table class="facts">
<tbody>
${rows.map(([name, value]) => markup`<tr><th scope="row">${name}</th><td>${value}</td></tr>\n`)}</tbody>
</table>
`;
}
