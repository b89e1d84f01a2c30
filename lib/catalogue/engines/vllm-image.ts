import { VLLM_VERSIONS, type VllmVersion } from './vllm';
import { vllmMinor } from './vllm-version';
import { before } from '../../text/parts';

/** vLLM's own repositories, and mirrors of the same names. A fork, such as `llm-d-cuda`, counts its versions on its own. */
const REPOSITORY = /(?:^|\/)vllm(?:-openai(?:-\w+)?|-tpu|-cpu)?$/;

/**
 * The version of vLLM in an image, by its tag: `vllm/vllm-openai:v0.32.1` has the arguments of the known 0.32. Undefined
 * for a version that is not known, for an image that is not vLLM's own, a nightly build, `latest`, and a digest alone.
 */
export function vllmVersionOfImage(image: string): VllmVersion | undefined {
  const named = versionInTag(image);
  if (named === undefined || !REPOSITORY.test(repositoryOf(image))) return undefined;
  return VLLM_VERSIONS.find((version) => vllmMinor(version) === vllmMinor(named.replace(/^v/, '')));
}

/** The version that the tag of an image names, as it stands there: `v0.32.0` of `vllm/vllm-openai:v0.32.0-x86_64`. */
export function versionInTag(image: string): string | undefined {
  const [, tag] = /:([^:/@]+)(?:@.*)?$/.exec(image) ?? [];
  return /^v?\d+\.\d+[^-]*/.exec(tag ?? '')?.[0];
}

function repositoryOf(image: string): string {
  return before(image, '@').replace(/:[^:/]+$/, '');
}
