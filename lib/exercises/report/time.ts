import type { EChartsOption, LineSeriesOption, ScatterSeriesOption } from 'echarts';
import type { Round, RoundEvent } from '../results';
import { FONT_SIZE, INK } from './chart';
import { thousands } from './units';

/** Around the plot, in pixels. They are the same for all charts over time, whose axes lie below each other. */
const MARGIN = { left: 86, right: 18, top: 22, bottom: 24 };

/** In pixels, between the numbers of events; those of closer ones are written as one. */
const LABEL_DISTANCE = 42;

/** At most so many steps between the labels of an axis. */
const STEPS = 6;

/** What differs between charts over time. */
interface Own {
  readonly yAxis: EChartsOption['yAxis'];
  readonly series: readonly (LineSeriesOption | ScatterSeriesOption)[];
}

/** The last moment of a round at which something is known, in milliseconds; at least 1. */
export function endOf({ requests, events, readyEndpoints }: Round): number {
  return [...requests, ...events, ...readyEndpoints].reduce((end, { at }) => Math.max(end, at), 1);
}

/** In the order of time. The places of events are the numbers that charts mark them with. */
export function inOrder<Moment extends { readonly at: number }>(moments: readonly Moment[]): readonly Moment[] {
  return [...moments].sort((a, b) => a.at - b.at);
}

/** A chart over the time of a round, with its events. */
export function overTime(round: Round, width: number, own: Own) {
  const end = endOf(round);
  const ticks = ticksOf(end);
  return {
    grid: MARGIN,
    xAxis: {
      type: 'value',
      min: 0,
      max: end,
      axisLine: { lineStyle: { color: INK.text } },
      axisTick: { customValues: ticks, lineStyle: { color: INK.text } },
      axisLabel: {
        customValues: ticks,
        color: INK.text,
        fontSize: FONT_SIZE,
        formatter: (at: number) => `${Number((at / 1000).toPrecision(6))} s`,
      },
      splitLine: { show: false },
    },
    yAxis: own.yAxis,
    series: [...own.series, marks(round.events, (width - MARGIN.left - MARGIN.right) / end)],
  } satisfies EChartsOption;
}

/** The style of a vertical axis. */
export function scale(unit: string) {
  return {
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: {
      color: INK.text,
      fontSize: FONT_SIZE,
      formatter: (value: number) => `${thousands(Number(value.toPrecision(6)))}${unit}`,
    },
    splitLine: { lineStyle: { color: INK.line } },
  };
}

/** A series without data: vertical lines with numbers above. */
function marks(events: readonly RoundEvent[], pixelsPerMillisecond: number): ScatterSeriesOption {
  const groups: { first: number; last: number; at: number }[] = [];
  const data = inOrder(events).map(({ at }, index) => {
    const group = groups.at(-1);
    if (group && (at - group.at) * pixelsPerMillisecond < LABEL_DISTANCE) {
      group.last = index + 1;
      return { xAxis: at, group: undefined };
    }
    const begun = { first: index + 1, last: index + 1, at };
    groups.push(begun);
    return { xAxis: at, group: begun };
  });
  return {
    type: 'scatter',
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { color: 'var(--event)', width: 1, type: [4, 3] },
      data: data.map(({ xAxis, group }) => ({
        xAxis,
        label: {
          show: group !== undefined,
          formatter: group && (group.first === group.last ? `${group.first}` : `${group.first}–${group.last}`),
          color: 'var(--event)',
          fontSize: FONT_SIZE,
          fontWeight: 'bold',
          textBorderWidth: 0,
        },
      })),
    },
  };
}

/** Round numbers from 0 to at most `end`. */
function ticksOf(end: number): number[] {
  const power = 10 ** Math.floor(Math.log10(end / STEPS));
  const step = [1, 2, 5, 10].map((digit) => digit * power).find((size) => end / size <= STEPS) ?? end;
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step);
}
