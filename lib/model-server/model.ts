import type { IPersistentVolumeClaim } from 'cdk8s-plus-28';
import { type Checks, checkedOptions } from '../options/check';
import { boolean, having, listOf, mapOf, size, textLike } from '../options/checks';
import { type HuggingFaceOptions, modelOfHuggingFace } from './model-hugging-face';
import { revision, servedName } from './model-id';
import { type ImageModelOptions, modelInImage } from './model-image';
import { modelInObjectStorage, type ObjectStorageOptions } from './model-object-storage';
import type { ModelSpec } from './model-spec';
import { modelOnVolume, type VolumeModelOptions } from './model-volume';

/** An environment variable by its value or by reference. */
const ENV = mapOf(
  having('an EnvValue, for example EnvValue.fromValue("1")', 'value', 'valueFrom'),
  textLike(/^[A-Za-z_][A-Za-z0-9_]*$/, 'a name of letters, digits and "_"'),
);

const CHECKS: Checks<ModelSpec> = {
  id: servedName,
  location: textLike(/^[^-]/, 'a path, a URI or an id, which does not begin with "-"'),
  revision,
  mounts: listOf(having('a Mount, for example Mount.emptyDir("/data")', 'path', '_volume')),
  completionFile: textLike(/^\/./, 'an absolute path'),
  env: ENV,
  isStreamed: boolean,
  isSingleNode: boolean,
  size,
};

/** A model, and where its weights come from. */
export class Model {
  /** A model of the Hugging Face hub, for example `facebook/opt-125m`, which the model server downloads when it starts. */
  static huggingFace(id: string, options: HuggingFaceOptions = {}): Model {
    return new Model(modelOfHuggingFace(id, options));
  }

  /**
   * A model that lies in a volume already, in a folder with its config.json. The claim is mounted read-only, and the pods
   * ask no hub. `ModelDownload` fills such a claim.
   */
  static volume(claim: IPersistentVolumeClaim, options: VolumeModelOptions): Model {
    return new Model(modelOnVolume(claim, options));
  }

  /**
   * A model in an image or OCI artifact, which the kubelet pulls and mounts read-only. Image volumes are on by default
   * from Kubernetes 1.35 on and stable from 1.36 on; 1.31 to 1.34 need the feature gate `ImageVolume`. The container
   * runtime must know them too. `imagePullSecrets` count for this image, `imageRegistry` does not.
   * @see https://kubernetes.io/docs/tasks/configure-pod-container/image-volumes
   */
  static image(reference: string, options: ImageModelOptions): Model {
    return new Model(modelInImage(reference, options));
  }

  /**
   * A model in object storage, in safetensors files, for example `s3://models/llama-3-8b` or `gs://models/llama-3-8b`.
   * vLLM streams it into memory with Run:ai's model streamer, which its image for CUDA has and its image for CPUs has not.
   * @see https://docs.vllm.ai/en/stable/models/extensions/runai_model_streamer/
   */
  static objectStorage(uri: string, options: ObjectStorageOptions = {}): Model {
    return new Model(modelInObjectStorage(uri, options));
  }

  /** A model that comes from anywhere else: the pods get its volumes and variables, and the engine its location. */
  static custom(spec: ModelSpec): Model {
    servedName('Model.custom', 'id', checkedOptions('Model.custom', spec, CHECKS).id);
    return new Model(spec);
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
