import { DEFAULT_VLLM, VLLM, VLLM_VERSIONS, type VllmImages, type VllmVersion } from '../../catalogue/engines/vllm';
import { VLLM_SINCE, type VllmFeature } from '../../catalogue/engines/vllm-features';
import { versionInTag, vllmVersionOfImage } from '../../catalogue/engines/vllm-image';
import { isVllmSince, vllmMinor } from '../../catalogue/engines/vllm-version';
import { refuse } from '../../errors';
import { checkedImage } from '../../kubernetes/image';
import { textLike } from '../../options/checks';
import { show } from '../../text/wording';
import { AcceleratorVendor } from '../accelerator-spec';

/** What an image of vLLM is for, as the catalogue names it. */
export type ImageKind = keyof VllmImages;

/** A version such as `0.32.0`. */
export const VERSION = textLike(/^\d+\.\d+(\.\d+)*([.-]?(rc|post|dev)\d+)?$/, 'a version such as 0.32.0, without "v"');

const KINDS: ReadonlyMap<AcceleratorVendor, ImageKind> = new Map([
  [AcceleratorVendor.NVIDIA, 'cuda'],
  [AcceleratorVendor.AMD, 'rocm'],
  [AcceleratorVendor.INTEL_XPU, 'xpu'],
  [AcceleratorVendor.GOOGLE_TPU, 'tpu'],
]);

/** An image of vLLM, and what is known of the vLLM in it. */
export class VllmImage {
  /** The image that the user names, else that of the version for a kind of accelerator. */
  static of(
    where: string,
    kind: ImageKind,
    options: { readonly image?: string; readonly version?: string },
  ): VllmImage {
    const { version, image } = options;
    if (image === undefined) return new VllmImage(imageOf(where, kind, version), version ?? DEFAULT_VLLM.version);
    const known = vllmVersionOfImage(checkedImage(where, image));
    const tagged = known === undefined ? undefined : versionInTag(image)!.replace(/^v/, '');
    if (version !== undefined && tagged !== undefined && vllmMinor(version) !== vllmMinor(tagged)) {
      refuse(where, {
        code: 'LLMD-ENGINE-VERSION',
        got: `version ${show(version)} with the image ${show(image)}`,
        expected: `version ${show(tagged)}, as the image's tag says`,
        remedy: 'leave version or image out',
      });
    }
    return new VllmImage(image, version ?? tagged);
  }

  /** The known version whose arguments it has; undefined for one that this library does not know. */
  readonly known: VllmVersion | undefined;

  private constructor(
    /** The reference. */
    readonly reference: string,
    /** The version of vLLM, as far as the user or the image's tag says it. */
    readonly version: string | undefined,
  ) {
    this.known = version === undefined ? undefined : knownVersion(version);
  }

  /** Whether it has something. An image of which nothing is known counts as having nothing that came later. */
  has(feature: VllmFeature): boolean {
    return this.version !== undefined && isVllmSince(this.version, VLLM_SINCE[feature]);
  }

  /** Refuses an option of a feature that the version does not have yet. An image of unknown version is trusted. */
  refuseWithout(where: string, option: string, feature: VllmFeature): void {
    this.refuseBefore(where, option, VLLM_SINCE[feature]);
  }

  /** The same by the first minor version that has it. */
  refuseBefore(where: string, option: string, since: string): void {
    if (this.version === undefined || isVllmSince(this.version, since)) return;
    refuse(where, {
      code: 'LLMD-ENGINE-OPTION-VERSION',
      got: `${option} with vLLM ${this.version}`,
      expected: `vLLM ${since} or later, which has it`,
      remedy: `leave ${option} out, or pass a newer version`,
    });
  }
}

/** The kind of image that an accelerator needs. */
export function imageKind(where: string, vendor: AcceleratorVendor, image: string | undefined): ImageKind {
  const kind = KINDS.get(vendor);
  if (kind === undefined && image === undefined) {
    refuse(where, {
      code: 'LLMD-ENGINE-ACCELERATOR',
      got: `the accelerator ${show(vendor)} without an image`,
      expected: 'nvidia, amd, intel-xpu or google-tpu, for which vLLM publishes images',
      remedy:
        'pass the image of its vendor, with version where the tag does not say that of vLLM; Accelerator.nvidia needs none',
    });
  }
  return kind ?? 'cuda';
}

function imageOf(where: string, kind: ImageKind, version: string | undefined): string {
  if (version === undefined) return DEFAULT_VLLM.images[kind] ?? refuseImage(where, kind, DEFAULT_VLLM.version);
  const known = knownVersion(version);
  const isNewer = isVllmSince(version, vllmMinor(VLLM_VERSIONS[0]));
  const images = VLLM[known ?? (isNewer ? DEFAULT_VLLM.version : VLLM_VERSIONS.at(-1)!)].images;
  const image = images[kind] ?? refuseImage(where, kind, version);
  // The images for TPUs are released on their own, and the row says which of them a version is.
  return known === version ? image : image.replace(/:[^:]*$/, `:v${version}`);
}

function knownVersion(version: string): VllmVersion | undefined {
  return VLLM_VERSIONS.find((each) => vllmMinor(each) === vllmMinor(version));
}

function refuseImage(where: string, kind: ImageKind, version: string): never {
  const having = VLLM_VERSIONS.filter((each) => VLLM[each].images[kind] !== undefined);
  refuse(where, {
    code: 'LLMD-ENGINE-IMAGE',
    got: `vLLM ${version} for ${kind}`,
    expected: `a version with an image for it, of ${having.at(-1)} to ${having[0]}`,
    remedy: `pass version: '${having[0]}', or an image of your own`,
  });
}
