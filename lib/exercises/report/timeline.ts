import { percentile } from '../percentile';
import type { RequestRecord, Round } from '../results';
import { figure } from './chart';
import { type Markup, markup } from './markup';
import { groupSize, thinned } from './thin';
import { endOf, inOrder, overTime, scale } from './time';
import { counted, seconds, thousands } from './units';

/** Of answered requests, and of answered streams: more are thinned out. */
const DRAWN_POINTS = 1_500;

/** Latencies that are so many times the median would leave nothing to see of the others on a linear scale. */
const OUTLIER = 20;

const HEIGHT = 260;

/** Told apart by shape as well as by colour. Failed ones come last, so that nothing covers them. */
const SERIES = [
  { name: 'answered', failed: false, isStream: false, symbol: 'circle', size: 4, sign: '●', color: 'var(--plain)' },
  {
    name: 'answered streams',
    failed: false,
    isStream: true,
    symbol: 'rect',
    size: 5,
    sign: '■',
    color: 'var(--stream)',
  },
  { name: 'failed', failed: true, isStream: false, symbol: 'diamond', size: 11, sign: '◆', color: 'var(--failed)' },
  {
    name: 'failed streams',
    failed: true,
    isStream: true,
    symbol: 'triangle',
    size: 11,
    sign: '▲',
    color: 'var(--failed)',
  },
] as const;

/** Each request of a round: when it began, and how long it took. */
export function timeline(round: Round): Markup {
  const series = SERIES.map((kind) => {
    const requests = round.requests.filter(
      ({ failure, isStream }) => (failure !== undefined) === kind.failed && isStream === kind.isStream,
    );
    const size = kind.failed ? 1 : groupSize(requests.length, DRAWN_POINTS);
    return { kind, count: requests.length, size, points: thinned(requests, size) };
  }).filter(({ count }) => count > 0);
  const isLogarithmic = hasOutliers(round.requests);

  const legend = series.map(
    ({ kind, count }) =>
      markup`<li><span style="color:${kind.color}" aria-hidden="true">${kind.sign}</span> ${kind.name} ${thousands(count)}</li>\n`,
  );
  const scaleNote = isLogarithmic ? ', on a logarithmic scale' : '';
  const notes = series
    .filter(({ size }) => size > 1)
    .map(
      ({ kind, count, size, points }) =>
        ` Of ${thousands(count)} ${kind.name}, ${thousands(points.length)} are drawn: the first and the slowest of each ${size} in a row.`,
    );
  const caption = markup`Latency of requests by when they began${scaleNote}.${notes}
<ul class="legend">\n${legend}</ul>`;

  const label = labelOf(
    round,
    series.map(({ kind, count }) => `${kind.name} ${thousands(count)}`),
  );
  return figure(caption, label, (width) => ({
    height: HEIGHT,
    option: overTime(round, width, {
      yAxis: { ...scale(' ms'), type: isLogarithmic ? 'log' : 'value' },
      series: series.map(({ kind, points }) => ({
        type: 'scatter',
        // One path for all points, which is small and fast.
        large: true,
        largeThreshold: 0,
        progressive: 0,
        silent: true,
        symbol: kind.symbol,
        symbolSize: kind.size,
        itemStyle: { color: kind.color, opacity: 1 },
        // A logarithm has no place for 0.
        data: points.map(({ at, milliseconds }) => [at, isLogarithmic ? Math.max(1, milliseconds) : milliseconds]),
      })),
    }),
  }));
}

function hasOutliers(requests: readonly RequestRecord[]): boolean {
  const latencies = requests.map(({ milliseconds }) => milliseconds);
  const median = Math.max(1, percentile(latencies, 50) ?? 1);
  return latencies.some((latency) => latency > OUTLIER * median);
}

function labelOf(round: Round, counts: readonly string[]): string {
  const events = inOrder(round.events).map(({ at, description }) => `${description} at ${seconds(at)}`);
  return [
    `Latency of ${counted(round.requests.length, 'request')} over ${seconds(endOf(round))}: ${counts.join(', ')}`,
    ...(events.length > 0 ? [`Marked: ${events.join(', ')}`] : []),
  ].join('. ');
}
