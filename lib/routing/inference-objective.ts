import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { checkedName } from '../names';
import { type Range, checkedNumber } from '../numbers';
import { recommendedLabels } from '../kubernetes/labels';
import { METADATA_CHECKS, type MetadataOptions, putMetadata } from '../kubernetes/metadata';
import { modelObject } from '../kubernetes/objects';
import { type IInferencePool, inferencePool, poolReference } from './inference-pool-contract';
import { type Checks, checkedOptions } from '../options/check';
import { anyNumber, anyText, required } from '../options/checks';

/** What a user may decide about an objective. */
export interface InferenceObjectiveOptions extends MetadataOptions {
  /** Requests of a higher priority are served first; those below 0 are dropped first. A whole number of 32 bits. */
  readonly priority: number;
  /**
   * Name of the InferenceObjective, which a request gives in its objective header.
   * @default - the construct's id
   */
  readonly name?: string;
}

/** Properties of `InferenceObjective`. */
export interface InferenceObjectiveProps extends InferenceObjectiveOptions {
  /** The pool whose requests have the priority. */
  readonly pool: IInferencePool;
}

const CHECKS: Checks<InferenceObjectiveProps> = {
  ...METADATA_CHECKS,
  priority: required(anyNumber),
  name: anyText,
  pool: required(inferencePool),
};

const PRIORITY: Range = {
  code: 'LLMD-OBJECTIVE-PRIORITY',
  what: 'priority',
  min: -(2 ** 31),
  max: 2 ** 31 - 1,
  expected: 'a whole number of 32 bits',
  remedy: 'use small numbers such as 100, 0 and -10',
};

/** An InferenceObjective: a priority that requests can ask for, in the API group of the pool's release. */
export class InferenceObjective extends Construct {
  /** The InferenceObjective. */
  readonly apiObject: ApiObject;

  constructor(scope: Construct, id: string, props: InferenceObjectiveProps) {
    super(scope, id);
    checkedOptions(this, props, CHECKS);
    putMetadata(this, props);
    const { pool, priority } = props;
    const name = checkedName(this, props.name ?? id);
    checkedNumber(this, priority, PRIORITY);
    this.apiObject = modelObject(
      this,
      'objective',
      'InferenceObjective',
      pool.release.modelApiVersion,
      {
        name,
        namespace: pool.namespace,
        labels: recommendedLabels(this, { app: 'inference-objective', instance: name, component: 'routing' }),
      },
      {
        spec: { poolRef: poolReference(pool), priority },
      },
    );
  }
}
