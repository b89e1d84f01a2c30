import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { checkedName } from '../names';

/** The namespace of the objects of a construct: the prop, else the chart's, else `default`. */
export function namespaceOf(scope: IConstruct, namespace?: string): string {
  return checkedName(scope, namespace ?? Chart.of(scope).namespace ?? 'default', 'namespace');
}
