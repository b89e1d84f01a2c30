import { ApiObject, Chart, type ChartProps, DependencyGraph } from 'cdk8s';
import type { Construct } from 'constructs';
import { putMetadata } from '../kubernetes/metadata';
import { Validation } from './validation';
import { annotations, labels } from '../kubernetes/option-checks';
import { type Checks, checkedOptions } from '../options/check';
import { anyText, boolean } from '../options/checks';

/** Properties of `LlmdChart`. */
export interface LlmdChartProps extends ChartProps {
  /**
   * Annotations of all objects that the constructs of this library make in the chart. They do not reach pods, which a
   * change would replace.
   * @default - none
   */
  readonly annotations?: { readonly [name: string]: string };
}

const CHECKS: Checks<LlmdChartProps> = {
  namespace: anyText,
  labels,
  annotations,
  disableResourceNameHashes: boolean,
};

/** The path of a construct that is not made yet, for errors of what it is made with. */
export function constructPath(scope: Construct, id: string): string {
  return [scope.node.path, id].filter((part) => part !== '').join('/');
}

/**
 * The base class of this library's charts. Its objects have the names that they are given, without hashes, and an app of
 * many such charts synthesizes in linear time.
 */
export class LlmdChart extends Chart {
  constructor(scope: Construct, id: string, props: LlmdChartProps = {}) {
    const { annotations, ...chartProps } = checkedOptions(constructPath(scope, id), props, CHECKS);
    super(scope, id, { disableResourceNameHashes: true, ...chartProps });
    putMetadata(this, { labels: props.labels, annotations });
    Validation._byDefault(this);
  }

  /**
   * The objects of this chart, dependencies first.
   *
   * `Chart.toJson` resolves the dependencies of the whole app and validates it, once more for every chart, although
   * `App.synth` has just done both: 3,000 charts take 38 s with it and 4 s without.
   */
  override toJson(): any[] {
    return new DependencyGraph(this.node)
      .topology()
      .filter((node): node is ApiObject => ApiObject.isApiObject(node) && Chart.of(node) === this)
      .map((object) => Validation._jsonOf(object));
  }
}
