import type { Size } from 'cdk8s';
import { EnvValue, type ISecret } from 'cdk8s-plus-28';
import { refuse } from '../errors';
import type { Mount } from '../kubernetes/mount';
import { show } from '../text/wording';

/** Options of `Model.huggingFace`. */
export interface HuggingFaceOptions {
  /**
   * Branch, tag or commit of the model's repository. A commit makes the weights reproducible.
   * @default - the repository's default branch
   */
  readonly revision?: string;
  /**
   * Secret with an access token in its key `HF_TOKEN`, for gated and private models. Only the reference is written.
   * @default - none: public models need no token
   */
  readonly token?: ISecret;
}

/** Where a model's weights are, and what the engine's container needs to read them. */
export interface ModelSpec {
  /** Id under which the model is served unless other names are given, for example `facebook/opt-125m`. */
  readonly id: string;
  /**
   * What the engine is told to load: a path in the container, a URI, or an id on the hub.
   * @default - the id
   */
  readonly location?: string;
  /**
   * Branch, tag or commit of the model's repository on the hub.
   * @default - the repository's default branch
   */
  readonly revision?: string;
  /**
   * Volumes with the weights.
   * @default - none: the engine downloads them
   */
  readonly mounts?: Mount[];
  /**
   * Environment variables of the engine's container, for example credentials by reference.
   * @default - none
   */
  readonly env?: { readonly [name: string]: EnvValue };
  /**
   * Whether the engine reads the weights with its streaming loader, from object storage.
   * @default false
   */
  readonly isStreamed?: boolean;
  /**
   * Size of the weights. The time that a pod may take to start follows from it.
   * @default - estimated from the number of parameters in the id, such as `70B`, with 2 bytes each
   */
  readonly size?: Size;
}

/** A model, and where its weights come from. */
export class Model {
  /** A model of the Hugging Face hub, for example `facebook/opt-125m`, which the model server downloads when it starts. */
  static huggingFace(id: string, options: HuggingFaceOptions = {}): Model {
    if (!/^[\w.-]+(\/[\w.-]+)?$/.test(id)) {
      refuse('Model.huggingFace', {
        code: 'LLMD-MODEL-ID',
        got: show(id),
        expected: 'the id of a model on the hub, such as facebook/opt-125m',
        remedy: "copy the id from the model's page, without the host",
      });
    }
    const { revision, token } = options;
    return new Model({
      id,
      revision,
      ...(token && { env: { HF_TOKEN: EnvValue.fromSecretValue({ secret: token, key: 'HF_TOKEN' }) } }),
    });
  }

  /** Id under which the model is served unless other names are given. */
  readonly id: string;
  /** What the engine is told to load: an id on the hub, a path or a URI. */
  readonly location: string;

  private constructor(
    /** Where its weights are, and what reading them needs. */
    readonly spec: ModelSpec,
  ) {
    this.id = spec.id;
    this.location = spec.location ?? spec.id;
  }
}
