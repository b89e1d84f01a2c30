import type { Round } from '../results';
import { figure } from './chart';
import type { Markup } from './markup';
import { endOf, inOrder, overTime, scale } from './time';
import { seconds } from './units';

const HEIGHT = 120;

/** How many endpoints were ready: each count holds until the next. */
export function readyEndpoints(round: Round): Markup {
  const endpoints = inOrder(round.readyEndpoints);
  const counts = endpoints.map(({ count }) => count);
  const sorted = [...counts].sort((one, other) => one - other);
  const range = [sorted[0], sorted[sorted.length - 1]];
  const end = endOf(round);
  const label = `Ready endpoints over ${seconds(end)}: from ${range[0]} to ${range[1]}, ${counts[counts.length - 1]} in the end`;
  return figure('Ready endpoints', label, (width) => ({
    height: HEIGHT,
    option: overTime(round, width, {
      yAxis: { ...scale(''), type: 'value', min: 0, max: Math.max(1, range[1]), minInterval: 1, splitNumber: 3 },
      series: [
        {
          type: 'line',
          step: 'end',
          silent: true,
          symbol: 'none',
          lineStyle: { color: 'var(--plain)', width: 2 },
          areaStyle: { color: 'var(--plain)', opacity: 0.12 },
          data: [...endpoints.map(({ at, count }) => [at, count]), [end, counts[counts.length - 1]]],
        },
      ],
    }),
  }));
}
