import type { ISecret } from 'cdk8s-plus-28';
import { refuse } from '../errors';
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
    return new Model(id, options.revision, options.token);
  }

  private constructor(
    /** Id of the model on the hub, under which it is served unless other names are given. */
    readonly id: string,
    /** Branch, tag or commit; undefined for the default branch. */
    readonly revision: string | undefined,
    /** Secret with the key `HF_TOKEN`, if one is needed. */
    readonly token: ISecret | undefined,
  ) {}
}
