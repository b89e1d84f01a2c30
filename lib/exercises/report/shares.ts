import type { Round } from '../results';
import { figure, FONT_SIZE, INK } from './chart';
import type { Markup } from './markup';
import { counted, thousands } from './units';

/** In pixels. */
const ROW = 24;
const CHARACTER = 7.4;
const LABEL = 100;

/** How much of the width names of pods may take. */
const NAMES = 0.48;

/** How many requests each pod answered. */
export function shares({ shares }: Round): Markup {
  const pods = Object.keys(shares).sort();
  const total = pods.reduce((sum, pod) => sum + shares[pod], 0);
  const labels = pods.map((pod) => `${thousands(shares[pod])} (${percentOf(shares[pod], total)})`);
  const label = `${counted(total, 'request')}: ${pods.map((pod, index) => `${pod} ${labels[index]}`).join(', ')}`;
  return figure('Requests per pod', label, (width) => {
    const characters = Math.floor((width * NAMES) / CHARACTER);
    const names = pods.map((pod) => shortened(pod, characters));
    return {
      height: pods.length * ROW + 8,
      option: {
        grid: {
          left: Math.max(...names.map(({ length }) => length)) * CHARACTER + 12,
          right: LABEL,
          top: 4,
          bottom: 4,
        },
        xAxis: { type: 'value', show: false, max: Math.max(1, ...pods.map((pod) => shares[pod])) },
        yAxis: {
          type: 'category',
          inverse: true,
          // Pods are told apart by their place: names may be the same once they are shortened.
          data: names.map((name, index) => ({ value: `${index} ${name}` })),
          axisLine: { lineStyle: { color: INK.text } },
          axisTick: { show: false },
          axisLabel: {
            interval: 0,
            color: 'var(--text)',
            fontSize: FONT_SIZE,
            formatter: (_: string, index: number) => names[index],
          },
        },
        series: [
          {
            type: 'bar',
            silent: true,
            barWidth: 14,
            itemStyle: { color: 'var(--plain)' },
            label: {
              show: true,
              position: 'right',
              color: 'var(--text)',
              fontSize: FONT_SIZE,
              textBorderWidth: 0,
              formatter: ({ dataIndex }) => labels[dataIndex],
            },
            data: pods.map((pod) => shares[pod]),
          },
        ],
      },
    };
  });
}

function percentOf(count: number, total: number): string {
  return `${total === 0 ? 0 : Math.round((100 * count) / total)} %`;
}

/** The end of a name is what tells pods of one Deployment apart. */
function shortened(name: string, characters: number): string {
  return name.length <= characters ? name : `…${name.slice(1 - characters)}`;
}
