import { Size, SizeRoundingBehavior } from 'cdk8s';
import { parametersInName } from '../catalogue/model-weights';
import type { Model } from './model';

/** Bytes that weights take for each parameter, unless a model is quantized and so loads faster. */
const BYTES_PER_PARAMETER = 2;

/** Bytes of a model's weights: its `size`, or what the number of parameters in its name says; undefined without both. */
export function weightsOf({ id, spec: { size } }: Model): number | undefined {
  if (size !== undefined) return size.toKibibytes({ rounding: SizeRoundingBehavior.NONE }) * 1024;
  const parameters = parametersInName(id);
  return parameters === undefined ? undefined : parameters * BYTES_PER_PARAMETER;
}

const GIB = 2 ** 30;
/** For compiled kernels and graphs. Stated, not measured. */
const COMPILED_GIB = 10;
/** One and a half times the 1.03 TB of Kimi K2, one of the largest open models, and more. */
const UNKNOWN_GIB = 2048;

/**
 * The most that the caches of an engine may take in the pod: what it compiles, and one and a half times the weights where it
 * downloads them, since a download is kept beside the file until it is complete.
 */
export function cacheLimit(model: Model): Size {
  if (model.spec.isStreamed || model.location.startsWith('/')) return Size.gibibytes(COMPILED_GIB);
  const weights = weightsOf(model);
  return Size.gibibytes(weights === undefined ? UNKNOWN_GIB : COMPILED_GIB + Math.ceil((1.5 * weights) / GIB));
}
