import type { IPersistentVolumeClaim } from 'cdk8s-plus-28';
import { refuse } from '../errors';
import type { Mount } from '../kubernetes/mount';
import { type Check, type Checks, checkedOptions } from '../options/check';
import { having, listOf, required, textLike, whole } from '../options/checks';
import { checkedHubId, folder } from './model-id';
import { imageMount } from './model-image';
import { checkedClaim, claimMount, inFolder } from './model-volume';

/** Options of `LoraAdapter.huggingFace`. */
export interface LoraAdapterOptions {
  /**
   * Rank of its matrices: `r` in its adapter_config.json. The engine reserves memory for the largest one.
   * @default - not known: the engine accepts ranks up to 16, or up to the largest rank of the other adapters
   */
  readonly rank?: number;
}

/** Options of `LoraAdapter.volume` and `LoraAdapter.image`. */
export interface LoraFolderOptions extends LoraAdapterOptions {
  /**
   * Folder of the adapter in the volume: the one with its adapter_config.json.
   * @default - the root of the volume
   */
  readonly path?: string;
}

/** Where an adapter is, and what the engine's container needs to read it. */
export interface LoraAdapterSpec extends LoraAdapterOptions {
  /** Name under which clients ask for it. */
  readonly name: string;
  /** Path in the container, or id of a repository on the hub. */
  readonly source: string;
  /**
   * Volumes with the adapter.
   * @default - none
   */
  readonly mounts?: Mount[];
}

// A name becomes a part of a JSON argument; Kubernetes would replace `$(…)` in it.
const NAME: Check = textLike(/^\w[\w.:/@+-]*$/, 'letters, digits, "_", ".", ":", "/", "@", "+" and "-"');
const OPTIONS: Checks<LoraAdapterOptions> = { rank: whole(1, 512) };
const FOLDER_OPTIONS: Checks<LoraFolderOptions> = { ...OPTIONS, path: folder };
const SPEC: Checks<LoraAdapterSpec> = {
  ...OPTIONS,
  name: required(NAME),
  source: required(textLike(/^[\w/][\w@+=,./-]*$/, 'an absolute path, or the id of a repository')),
  mounts: listOf(having('a Mount, for example Mount.emptyDir("/data")', 'path', '_volume')),
};

/** A LoRA adapter: a small set of weights on top of a model, which clients ask for by a name of its own. */
export class LoraAdapter {
  /**
   * An adapter of the Hugging Face hub, which every pod downloads when it starts, with the model's token. vLLM takes the
   * newest files, whatever commit they are of: for a fixed one, `ModelDownload` and `LoraAdapter.volume`.
   */
  static huggingFace(name: string, id: string, options: LoraAdapterOptions = {}): LoraAdapter {
    const where = 'LoraAdapter.huggingFace';
    if (typeof options === 'object' && options !== null && 'revision' in options) {
      refuse(where, {
        code: 'LLMD-LORA-REVISION',
        got: 'a revision',
        expected: 'none, since vLLM downloads adapters without one',
        remedy: 'download that commit by a ModelDownload, and serve it by LoraAdapter.volume',
      });
    }
    checkedOptions(where, options, OPTIONS);
    return LoraAdapter.of(where, { name, source: checkedHubId(where, id), rank: options.rank });
  }

  /** An adapter in a volume, for example in `download.claim`, in the folder `download.folder` of a `ModelDownload`. */
  static volume(name: string, claim: IPersistentVolumeClaim, options: LoraFolderOptions = {}): LoraAdapter {
    checkedClaim('LoraAdapter.volume', claim);
    return LoraAdapter.inFolder('LoraAdapter.volume', name, claimMount(claim), options);
  }

  /** An adapter in an image or OCI artifact, which the kubelet mounts. See `Model.image` for what Kubernetes must have. */
  static image(name: string, reference: string, options: LoraFolderOptions = {}): LoraAdapter {
    return LoraAdapter.inFolder('LoraAdapter.image', name, imageMount('LoraAdapter.image', reference), options);
  }

  /** An adapter that comes from anywhere else. */
  static custom(spec: LoraAdapterSpec): LoraAdapter {
    return LoraAdapter.of('LoraAdapter.custom', spec);
  }

  private static inFolder(where: string, name: string, mount: Mount, options: LoraFolderOptions): LoraAdapter {
    const { path, rank } = checkedOptions(where, options, FOLDER_OPTIONS);
    return LoraAdapter.of(where, { name, source: inFolder(mount.path, path), rank, mounts: [mount] });
  }

  private static of(where: string, spec: LoraAdapterSpec): LoraAdapter {
    const { name, source, rank, mounts = [] } = checkedOptions(where, spec, SPEC);
    return new LoraAdapter(name, source, rank, mounts);
  }

  private constructor(
    /** Name under which clients ask for it. */
    readonly name: string,
    /** Repository on the hub, or path in the pod. */
    readonly source: string,
    /** Rank of its matrices; undefined where the user does not say. */
    readonly rank: number | undefined,
    /** Volumes with the adapter. */
    readonly mounts: Mount[],
  ) {}
}
