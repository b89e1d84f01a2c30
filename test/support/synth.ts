import { App, type ChartProps } from 'cdk8s';
import { LlmdChart } from '../../lib';
import type { KubeObject } from './objects';

/** A chart of its own app. */
export function newChart(props?: ChartProps): LlmdChart {
  return new LlmdChart(new App(), 'test', props);
}

/** The objects of a chart that `fill` has filled. */
export function synth(fill: (chart: LlmdChart) => void, props?: ChartProps): KubeObject[] {
  const chart = newChart(props);
  fill(chart);
  return chart.toJson();
}
