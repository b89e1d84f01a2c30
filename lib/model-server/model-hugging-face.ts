import type { Size } from 'cdk8s';
import { EnvValue, type ISecret } from 'cdk8s-plus-28';
import { type Checks, checkedOptions } from '../options/check';
import { having, resource, size } from '../options/checks';
import type { ModelCache } from './model-cache';
import { checkedHubId, httpUrl, revision } from './model-id';
import type { ModelSpec } from './model-spec';

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
  /**
   * Address of a mirror of the hub: `HF_ENDPOINT`.
   * @default - https://huggingface.co
   */
  readonly endpoint?: string;
  /**
   * Where downloaded files are kept between pods.
   * @default - the engine's scratch directory: every new pod downloads again
   */
  readonly cache?: ModelCache;
  /**
   * Size of the weights. The time that a pod may take to start follows from it.
   * @default - estimated from the id
   */
  readonly size?: Size;
}

/** Checks of what every download from the hub has. */
export const HUB_CHECKS: Checks<Required<Pick<HuggingFaceOptions, 'revision' | 'token' | 'endpoint'>>> = {
  revision,
  token: resource('a Secret, for example Secret.fromSecretName(chart, "hub", "hub")'),
  endpoint: httpUrl,
};

const CHECKS: Checks<HuggingFaceOptions> = {
  ...HUB_CHECKS,
  cache: having('a ModelCache, for example ModelCache.claim(claim)', 'mount', 'env'),
  size,
};

/** A model that the engine downloads from the hub. */
export function modelOfHuggingFace(id: string, options: HuggingFaceOptions): ModelSpec {
  checkedHubId('Model.huggingFace', id);
  const { cache, ...hub } = checkedOptions('Model.huggingFace', options, CHECKS);
  return {
    id,
    revision: hub.revision,
    env: { ...hubEnv(hub), ...cache?.env },
    ...(cache && { mounts: [cache.mount], isSingleNode: cache.isSingleNode }),
    ...(hub.size && { size: hub.size }),
  };
}

/** Variables of a program that downloads from the hub. */
export function hubEnv({ token, endpoint }: Pick<HuggingFaceOptions, 'token' | 'endpoint'>): {
  [name: string]: EnvValue;
} {
  return {
    ...(token && { HF_TOKEN: EnvValue.fromSecretValue({ secret: token, key: 'HF_TOKEN' }) }),
    ...(endpoint && { HF_ENDPOINT: EnvValue.fromValue(endpoint) }),
  };
}
