import type { IConstruct } from 'constructs';
import { refuse } from '../errors';
import type { Model } from './model';

/** How many pods a model server has, as far as it is known. */
interface Pods {
  /** Undefined where an autoscaler decides. */
  readonly replicas?: number;
  readonly nodesPerReplica?: number;
}

/** Refuses a volume that not all pods of the model server can mount. */
export function checkModel(where: IConstruct, model: Model, { replicas = 1, nodesPerReplica = 1 }: Pods): void {
  if (model.spec.isSingleNode && replicas * nodesPerReplica > 1) {
    refuse(where, {
      code: 'LLMD-MODEL-CLAIM',
      got: `${replicas * nodesPerReplica} pods with a claim that only the pods of one node can mount`,
      expected: 'a claim that is ReadWriteMany or ReadOnlyMany, or one replica',
      remedy: 'give the claim such an access mode, or let each pod load the model by itself',
    });
  }
}
