import { Size, SizeRoundingBehavior } from 'cdk8s';
import type { Model } from './model';

/** Bytes that weights take for each parameter, unless a model is quantized and so loads faster. */
const BYTES_PER_PARAMETER = 2;

/** Bytes of a model's weights: its `size`, or what the number of parameters in its name says; undefined without both. */
export function weightsOf({ id, spec: { size } }: Model): number | undefined {
  if (size !== undefined) return size.toKibibytes({ rounding: SizeRoundingBehavior.NONE }) * 1024;
  const parameters = parametersOf(id);
  return parameters === undefined ? undefined : parameters * BYTES_PER_PARAMETER;
}

const UNITS: { readonly [unit: string]: number } = { m: 1e6, b: 1e9, t: 1e12 };

/**
 * The largest number of parameters in a name: 70e9 of `Llama-3.3-70B`, 56e9 of `Mixtral-8x7B`, 30e9 of `Qwen3-30B-A3B`,
 * whose last part is the parameters that are active at a time.
 */
function parametersOf(id: string): number | undefined {
  const name = id.slice(id.lastIndexOf('/') + 1).toLowerCase();
  const counts = [...name.matchAll(/(?<![a-z0-9.])(?:(\d+)x)?(\d+(?:\.\d+)?)([mbt])(?![a-z0-9])/g)].map(
    ([, experts = '1', count, unit]) => Number(experts) * Number(count) * UNITS[unit],
  );
  return counts.length === 0 ? undefined : Math.max(...counts);
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
