const UNITS: { readonly [unit: string]: number } = { m: 1e6, b: 1e9, t: 1e12 };

/**
 * The largest number of parameters in the id of a model: 70e9 of `Llama-3.3-70B`, 56e9 of `Mixtral-8x7B`, 30e9 of
 * `Qwen3-30B-A3B`, whose last part is the parameters that are active at a time.
 */
export function parametersInName(id: string): number | undefined {
  const name = lastPart(id);
  const counts = [...name.matchAll(/(?<![a-z0-9.])(?:(\d+)x)?(\d+(?:\.\d+)?)([mbt])(?![a-z0-9])/g)].map(
    ([, experts = '1', count, unit]) => Number(experts) * Number(count) * UNITS[unit],
  );
  return counts.length === 0 ? undefined : Math.max(...counts);
}

/** Bytes of models whose names do not say how large they are. Source: the files of their repositories on the hub. */
const KNOWN: readonly (readonly [name: RegExp, bytes: number])[] = [
  [/^deepseek-(?:v3|r1)(?:-|\.|$)(?!.*distill)/, 689e9],
  [/^gpt-oss-120b/, 65e9],
  [/^gpt-oss-20b/, 14e9],
  [/^kimi-k2/, 1030e9],
  [/^llama-4-maverick/, 803e9],
  [/^llama-4-scout/, 217e9],
];

/** Bytes for each parameter, as names of quantized models say it. */
const QUANTIZED: readonly (readonly [name: RegExp, bytes: number])[] = [
  [/awq|gptq|int4|fp4|w4a|4bit|[^a-z]q4/, 0.5],
  [/fp8|int8|w8a|8bit/, 1],
];

/** What the weights of a model take at the least, in bytes, as far as its id says. */
export function leastWeights(id: string): number | undefined {
  const name = lastPart(id);
  const perParameter = QUANTIZED.find(([pattern]) => pattern.test(name))?.[1];
  const known = KNOWN.find(([pattern]) => pattern.test(name))?.[1];
  // From 16 bits to 4 at the most.
  if (known !== undefined) return perParameter === undefined ? known : known / 4;
  const parameters = parametersInName(id);
  return parameters === undefined ? undefined : parameters * (perParameter ?? 2);
}

function lastPart(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1).toLowerCase();
}
