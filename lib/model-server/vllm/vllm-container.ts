import { EnvValue, type IPersistentVolumeClaim } from 'cdk8s-plus-28';
import { Mount } from '../../kubernetes/mount';
import { resource } from '../../options/checks';
import type { EngineRequest } from '../engine-contract';
import { flagArguments } from '../flag-arguments';
import type { Model } from '../model';
import { cacheLimit } from '../model-weights';
import type { VllmImage } from './vllm-image';

/* What containers of vLLM have in common, with accelerators and without. */

/** The user of vLLM's images. HOME is set because the images have no other user's (seen with 0.32.0). */
export const VLLM_USER = 1000;
/** The home of that user. */
export const VLLM_HOME = '/home/vllm';

/** The variables that every vLLM gets. */
export const HOME_ENV: { readonly [name: string]: EnvValue } = {
  HOME: EnvValue.fromValue(VLLM_HOME),
  HF_HOME: EnvValue.fromValue(`${VLLM_HOME}/.cache/huggingface`),
  DO_NOT_TRACK: EnvValue.fromValue('1'),
};

/** A check of a claim for caches. */
export const cacheClaim = resource(
  'a PersistentVolumeClaim, for example PersistentVolumeClaim.fromClaimName(chart, "cache", "cache")',
);

/** `$HOME/.cache`. Without a writable one vLLM 0.32.0 starts healthy, and the first completion kills its engine. */
export function cacheMount(claim: IPersistentVolumeClaim | undefined, model: Model): Mount {
  const path = `${VLLM_HOME}/.cache`;
  return claim ? Mount.persistentVolumeClaim(path, claim) : Mount.emptyDir(path, { sizeLimit: cacheLimit(model) });
}

/** The model, and where vLLM listens. */
export function modelArguments({ model, port }: EngineRequest): string[] {
  return [model.location, ...flagArguments({ port, revision: model.spec.revision })];
}

/** How long vLLM finishes running requests after SIGTERM, where the version can. */
export function drainArguments({ drain }: EngineRequest, image: VllmImage): string[] {
  return flagArguments({
    shutdownTimeout: image.has('shutdownTimeout') ? drain.engineShutdownSeconds || undefined : undefined,
  });
}

/** The names under which vLLM serves the model. It needs no flag for the id alone. */
export function nameArguments({ model, servedModelNames }: EngineRequest): string[] {
  const isOwnName = servedModelNames.length === 1 && servedModelNames[0] === model.location;
  return isOwnName ? [] : ['--served-model-name', ...servedModelNames];
}
