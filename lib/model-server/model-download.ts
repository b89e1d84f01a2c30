import type { ApiObject, Duration } from 'cdk8s';
import type { IPersistentVolumeClaim, ISecret } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { DEFAULT_VLLM } from '../catalogue/engines/vllm';
import { refuse } from '../errors';
import { checkedImage } from '../kubernetes/image';
import { recommendedLabels } from '../kubernetes/labels';
import { namespaceOf } from '../kubernetes/namespace';
import { kubeObject } from '../kubernetes/objects';
import { podTemplate } from '../kubernetes/pod';
import { POD_OPTION_CHECKS, type PodOptions } from '../kubernetes/pod-options';
import { checkedName } from '../names';
import { type Checks, checkedOptions } from '../options/check';
import { boolean, duration, listOf, optionsOf, resource, text, textLike, whole } from '../options/checks';
import { show } from '../text/wording';
import { Model } from './model';
import { claimOf, type ModelStorage, STORAGE_CHECKS } from './model-download-claim';
import { COMPLETION_FILE, downloadPod } from './model-download-pod';
import { HUB_CHECKS } from './model-hugging-face';
import { checkedHubId, isCommit, revision } from './model-id';

/** Properties of `ModelDownload`. */
export interface ModelDownloadProps extends PodOptions {
  /** Id of the model on the hub, for example `facebook/opt-125m`. */
  readonly id: string;
  /** Commit of the model's repository: 40 hexadecimal digits, which name the same files forever. */
  readonly revision: string;
  /**
   * Whether `revision` may be a branch or a tag. It is downloaded once, and what is pushed to it later is not.
   * @default false
   */
  readonly allowFloatingRevision?: boolean;
  /**
   * Secret with an access token in its key `HF_TOKEN`, for gated and private models. Only the reference is written.
   * @default - none: public models need no token
   */
  readonly token?: ISecret;
  /**
   * Address of a mirror of the hub: `HF_ENDPOINT`.
   * @default - https://huggingface.co
   */
  readonly endpoint?: string;
  /**
   * Patterns of the files to download, for example `*.safetensors`.
   * @default - all files
   */
  readonly include?: string[];
  /**
   * Patterns of files to leave out, for example `original/*`, where Llama's repositories have a second copy of the weights.
   * @default - none
   */
  readonly exclude?: string[];
  /**
   * An existing claim for the files. Several downloads can fill one claim.
   * @default - none: `storage` says what claim is made
   */
  readonly claim?: IPersistentVolumeClaim;
  /**
   * The claim to make, if there is none yet. It gets the name of the download.
   * @default - none: `claim` is given
   */
  readonly storage?: ModelStorage;
  /**
   * Image with `sh` and the command `hf`, with a version tag.
   * @default vllm/vllm-openai-cpu:v0.32.0
   */
  readonly image?: string;
  /**
   * How often a failed download is tried again. What has been downloaded already is kept.
   * @default 6
   */
  readonly backoffLimit?: number;
  /**
   * How long the finished Job stays. A GitOps tool would make a Job that is gone again, which then finds the files.
   * @default - until it is deleted
   */
  readonly ttlAfterFinished?: Duration;
  /**
   * Name of the claim, and first part of the name of the Job.
   * @default - the construct's id
   */
  readonly name?: string;
  /**
   * Namespace of the claim and the Job: that of the model servers.
   * @default - the chart's, else `default`
   */
  readonly namespace?: string;
}

const PATTERN = textLike(/^[^-]/, 'a pattern that does not begin with "-"');

const CHECKS: Checks<ModelDownloadProps> = {
  ...POD_OPTION_CHECKS,
  ...HUB_CHECKS,
  id: text,
  allowFloatingRevision: boolean,
  include: listOf(PATTERN),
  exclude: listOf(PATTERN),
  claim: resource('a PersistentVolumeClaim, for example PersistentVolumeClaim.fromClaimName(chart, "m", "models")'),
  storage: optionsOf(STORAGE_CHECKS),
  image: text,
  backoffLimit: whole(0, 100),
  ttlAfterFinished: duration,
  name: text,
  namespace: text,
};

/**
 * A Job that downloads a model from the hub into a claim, once for all pods that serve it: `model` is the model in that
 * claim, for model servers.
 *
 * A download that fails goes on where it stopped, and one whose files are there already ends at once. Each revision has a
 * folder of its own, `<id>/<revision>`, and a Job of its own, `<name>-<first 8 digits of the commit>`: the pod template of
 * a Job cannot be changed, so that a Job of the same name for another revision would be refused. A changed image or other
 * option needs `kubectl delete job` first.
 *
 * Model servers of `model` wait until the files are complete, in an init container without a time limit: their pods are
 * `Init:0/1` until then. It runs in the engine's image, which must have `sh`. A Deployment that waits for more than 10
 * minutes says `ProgressDeadlineExceeded`, and goes on all the same. With `Model.volume` for `claim` and `folder`, they do
 * not wait.
 */
export class ModelDownload extends Construct {
  /** The Job. */
  readonly job: ApiObject;
  /** The PersistentVolumeClaim, unless it existed before. */
  readonly persistentVolumeClaim?: ApiObject;
  /** The claim that is filled, for other downloads and for adapters. */
  readonly claim: IPersistentVolumeClaim;
  /** The model in the claim. */
  readonly model: Model;
  /** Folder of the model in the claim. */
  readonly folder: string;
  /** Name of the Job. */
  readonly name: string;
  /** Namespace of the Job and the claim. */
  readonly namespace: string;

  constructor(scope: Construct, id: string, props: ModelDownloadProps) {
    super(scope, id);
    this.refuseFloating(checkedOptions(this, props, CHECKS));
    const name = checkedName(this, props.name ?? id);
    this.name = checkedName(this, isCommit(props.revision) ? `${name}-${props.revision.slice(0, 8)}` : name);
    this.namespace = namespaceOf(this, props.namespace);
    this.folder = `${props.id}/${props.revision.replaceAll('/', '-')}`;
    const labels = recommendedLabels(this, { app: 'model-download', instance: name, component: 'model-server' });
    const { claim, object } = claimOf(this, { name, namespace: this.namespace, labels }, props);
    this.claim = claim;
    this.persistentVolumeClaim = object;
    const { spec } = Model.volume(claim, { id: props.id, path: this.folder });
    this.model = Model.custom({ ...spec, completionFile: `${spec.location}/${COMPLETION_FILE}` });
    const image = checkedImage(this, props.image ?? DEFAULT_VLLM.images.cpu);
    const template = podTemplate(this, downloadPod({ ...props, image, claim, folder: this.folder, labels }), props);
    const { backoffLimit = 6, ttlAfterFinished } = props;
    this.job = kubeObject(
      this,
      'job',
      'batch/v1/Job',
      { name: this.name, namespace: this.namespace, labels },
      {
        spec: {
          backoffLimit,
          ...(ttlAfterFinished && { ttlSecondsAfterFinished: ttlAfterFinished.toSeconds() }),
          template,
        },
      },
    );
  }

  private refuseFloating({ id, revision: wanted, allowFloatingRevision = false }: ModelDownloadProps): void {
    checkedHubId(this.node.path, id);
    revision(this, 'revision', wanted);
    if (!allowFloatingRevision && !isCommit(wanted)) {
      refuse(this, {
        code: 'LLMD-MODEL-REVISION',
        got: `the revision ${show(wanted)}`,
        expected: 'a commit of 40 hexadecimal digits: a branch or tag can name other files tomorrow',
        remedy: "copy the commit from the model's history on the hub, or set allowFloatingRevision",
      });
    }
  }
}
