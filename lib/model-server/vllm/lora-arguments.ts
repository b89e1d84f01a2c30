import { VLLM_LORA_RANKS } from '../../catalogue/engines/vllm-features';
import { refuse } from '../../errors';
import { oneOf } from '../../text/wording';
import { flagArguments } from '../flag-arguments';
import type { LoraAdapter } from '../lora-adapter';

/** vLLM's own `--max-lora-rank`, which holds for adapters whose rank is not given. */
const DEFAULT_RANK = 16;

/** Arguments with which vLLM serves adapters beside its model. */
export function loraArguments(where: string, adapters: readonly LoraAdapter[]): string[] {
  if (adapters.length === 0) return [];
  return flagArguments({
    enableLora: true,
    maxLoraRank: maxLoraRank(where, adapters),
    loraModules: adapters.map(loraModule),
  });
}

/** vLLM reads `name=path` only where neither has a comma or another "=". */
function loraModule({ name, source }: LoraAdapter): string {
  return /[,=]/.test(name + source) ? JSON.stringify({ name, path: source }) : `${name}=${source}`;
}

/** The least rank that vLLM takes and that no adapter exceeds. */
function maxLoraRank(where: string, adapters: readonly LoraAdapter[]): number | undefined {
  if (adapters.every(({ rank }) => rank === undefined)) return undefined;
  const highest = Math.max(...adapters.map(({ rank = DEFAULT_RANK }) => rank));
  const least = VLLM_LORA_RANKS.find((rank) => rank >= highest);
  if (least === undefined) {
    refuse(where, {
      code: 'LLMD-ENGINE-LORA-RANK',
      got: `an adapter of rank ${highest}`,
      expected: `up to ${VLLM_LORA_RANKS.at(-1)}: vLLM takes ${oneOf(VLLM_LORA_RANKS.map(String))}`,
      remedy: 'use an adapter of a lower rank',
    });
  }
  return least;
}
