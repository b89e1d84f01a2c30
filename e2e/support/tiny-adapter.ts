import { safetensors } from './safetensors';

/** OPT-125M's. */
const WIDTH = 768;
const LAYERS = 12;

/** The files of a LoRA adapter for facebook/opt-125m with random weights, in PEFT's format. */
export function tinyAdapter(rank: number, targets: readonly string[]): { readonly [file: string]: Buffer } {
  const layers = Array.from(
    { length: LAYERS },
    (_, layer) => `base_model.model.model.decoder.layers.${layer}.self_attn`,
  );
  // Large numbers, so that no text stays the same.
  const weights = layers.flatMap((layer) =>
    targets.flatMap((target) => [
      [`${layer}.${target}.lora_A.weight`, { shape: [rank, WIDTH], scale: 0.5 }],
      [`${layer}.${target}.lora_B.weight`, { shape: [WIDTH, rank], scale: 0.5 }],
    ]),
  );
  const config = {
    peft_type: 'LORA',
    task_type: 'CAUSAL_LM',
    base_model_name_or_path: 'facebook/opt-125m',
    r: rank,
    lora_alpha: 2 * rank,
    lora_dropout: 0,
    bias: 'none',
    target_modules: targets,
  };
  return {
    'adapter_config.json': Buffer.from(JSON.stringify(config)),
    'adapter_model.safetensors': safetensors(Object.fromEntries(weights)),
  };
}
