import type { IConstruct } from 'constructs';
import { refuse } from '../errors';
import type { LoraAdapter } from './lora-adapter';
import type { Model } from './model';
import { isCommit } from './model-id';

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

/** Refuses downloads from the hub by the model server's pods that are not of one commit. */
export function checkPinned(where: IConstruct, { id, spec }: Model, adapters: readonly LoraAdapter[]): void {
  const { location, revision } = spec;
  if (location === undefined && (revision === undefined || !isCommit(revision))) {
    refuse(where, {
      code: 'LLMD-MODEL-REVISION',
      got:
        revision === undefined ? `the model ${id} without a revision` : `the model ${id} of the revision ${revision}`,
      expected: 'a commit of 40 hexadecimal digits, as requirePinnedRevisions says',
      remedy: "copy the commit from the model's history on the hub into its revision",
    });
  }
  const floating = adapters.find(({ source }) => !source.startsWith('/'));
  if (floating === undefined) return;
  refuse(where, {
    code: 'LLMD-LORA-REVISION',
    got: `the adapter ${floating.name}, of which pods download the newest files`,
    expected: 'adapters in volumes or images, as requirePinnedRevisions says',
    remedy: 'download one commit by a ModelDownload, and serve it by LoraAdapter.volume',
  });
}
