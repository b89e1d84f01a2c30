import { percentile } from '../percentile';
import type { RequestRecord, Round, RoundEvent } from '../results';
import { readyEndpoints } from './endpoints';
import { type Content, type Markup, markup } from './markup';
import { shares } from './shares';
import { inOrder } from './time';
import { timeline } from './timeline';
import { milliseconds, seconds, thousands } from './units';

const PERCENTILES = { p50: 50, p90: 90, p99: 99, max: 100 };

/** A part of an exercise: what was drawn of it and counted in it. */
export function roundSection(round: Round): Markup {
  const { name, requests, events } = round;
  const parts = [
    Object.keys(round.shares).length > 0 && shares(round),
    requests.length > 0 && timeline(round),
    round.readyEndpoints.length > 0 && readyEndpoints(round),
    events.length > 0 && eventList(events),
    requests.length > 0 && tables(requests),
  ].filter((part) => part !== false);
  const none = markup`<p class="note">Nothing to draw.</p>\n`;
  return markup`<section>
<h3>${name}</h3>
${parts.length > 0 ? parts : none}</section>
`;
}

function eventList(events: readonly RoundEvent[]): Markup {
  const items = inOrder(events).map(
    ({ at, description }) => markup`<li><span class="at">${seconds(at)}</span> ${description}</li>\n`,
  );
  return markup`<ol class="events">\n${items}</ol>\n`;
}

function tables(requests: readonly RequestRecord[]): Markup {
  return markup`<div class="tables">\n${latencies(requests)}${failures(requests)}</div>\n`;
}

function latencies(requests: readonly RequestRecord[]): Markup | undefined {
  const answered = requests.filter(({ failure }) => failure === undefined);
  const rows = [
    { name: 'plain', of: answered.filter(({ isStream }) => !isStream) },
    { name: 'streams', of: answered.filter(({ isStream }) => isStream) },
  ].filter(({ of }) => of.length > 0);
  if (rows.length === 0) return undefined;
  const names = Object.keys(PERCENTILES);
  return numbers(
    'Latency of answered requests, ms',
    ['', 'count', ...names],
    rows.map(({ name, of }) => {
      const values = of.map((request) => request.milliseconds);
      const found = Object.values(PERCENTILES).map((percent) => milliseconds(percentile(values, percent) as number));
      return [name, thousands(of.length), ...found];
    }),
  );
}

function failures(requests: readonly RequestRecord[]): Markup | undefined {
  const counts = new Map<string, number>();
  for (const { failure } of requests) {
    if (failure !== undefined) counts.set(failure, (counts.get(failure) ?? 0) + 1);
  }
  if (counts.size === 0) return undefined;
  const rows = [...counts].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
  return numbers(
    'Failed requests',
    ['failure', 'count'],
    rows.map(([failure, count]) => [failure, thousands(count)]),
  );
}

/** A table of which the first column names what the others count. */
function numbers(caption: string, head: readonly string[], rows: readonly (readonly Content[])[]): Markup {
  const columns = head.map((name) => (name === '' ? markup`<td></td>` : markup`<th scope="col">${name}</th>`));
  const body = rows.map(
    ([name, ...cells]) =>
      markup`<tr><th scope="row">${name}</th>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>\n`,
  );
  return markup`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table class="numbers">
<caption>${caption}</caption>
<thead><tr>${columns}</tr></thead>
<tbody>
${body}</tbody>
</table></div>
`;
}
