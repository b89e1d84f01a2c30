import { safetensors, type Tensor } from './safetensors';

const WIDTH = 128;
const INNER = 256;
const POSITIONS = 256;

/** Special tokens, then the printable ASCII characters; `Ġ` stands for the space. */
const VOCABULARY = ['<s>', '<pad>', '</s>', '<unk>', 'Ġ', ...Array.from({ length: 94 }, (_, i) => charOf(33 + i))];

/** The files of a model of OPT's architecture with one layer and random weights, less than 400 KB. */
export function tinyModel(): { readonly [file: string]: Buffer } {
  const text = (value: object) => Buffer.from(JSON.stringify(value));
  return {
    'config.json': text({
      architectures: ['OPTForCausalLM'],
      model_type: 'opt',
      activation_function: 'relu',
      hidden_size: WIDTH,
      word_embed_proj_dim: WIDTH,
      ffn_dim: INNER,
      num_hidden_layers: 1,
      num_attention_heads: 2,
      max_position_embeddings: POSITIONS,
      vocab_size: VOCABULARY.length,
      do_layer_norm_before: true,
      bos_token_id: 2,
      eos_token_id: 2,
      pad_token_id: 1,
      torch_dtype: 'bfloat16',
    }),
    'tokenizer_config.json': text({
      tokenizer_class: 'PreTrainedTokenizerFast',
      model_max_length: POSITIONS,
      bos_token: '</s>',
      eos_token: '</s>',
      pad_token: '<pad>',
      unk_token: '<unk>',
    }),
    'tokenizer.json': text(tokenizer()),
    'model.safetensors': safetensors(weights()),
  };
}

/** One token for each character. */
function tokenizer(): object {
  const special = { single_word: false, lstrip: false, rstrip: false, normalized: false, special: true };
  const bytes = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true };
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: VOCABULARY.slice(0, 4).map((content, id) => ({ id, content, ...special })),
    normalizer: null,
    pre_tokenizer: bytes,
    post_processor: null,
    decoder: bytes,
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: null,
      continuing_subword_prefix: null,
      end_of_word_suffix: null,
      fuse_unk: false,
      byte_fallback: false,
      vocab: Object.fromEntries(VOCABULARY.map((token, id) => [token, id])),
      merges: [],
    },
  };
}

function weights(): { [name: string]: Tensor } {
  const layer = 'model.decoder.layers.0.';
  const linear = (name: string, rows: number, columns: number) => ({
    [`${name}.weight`]: { shape: [rows, columns], scale: 0.1 },
    [`${name}.bias`]: { shape: [rows], constant: 0 },
  });
  const norm = (name: string) => ({
    [`${name}.weight`]: { shape: [WIDTH], constant: 1 },
    [`${name}.bias`]: { shape: [WIDTH], constant: 0 },
  });
  return {
    'model.decoder.embed_tokens.weight': { shape: [VOCABULARY.length, WIDTH], scale: 0.1 },
    // The first two positions are OPT's padding.
    'model.decoder.embed_positions.weight': { shape: [POSITIONS + 2, WIDTH], scale: 0.1 },
    ...linear(`${layer}self_attn.q_proj`, WIDTH, WIDTH),
    ...linear(`${layer}self_attn.k_proj`, WIDTH, WIDTH),
    ...linear(`${layer}self_attn.v_proj`, WIDTH, WIDTH),
    ...linear(`${layer}self_attn.out_proj`, WIDTH, WIDTH),
    ...linear(`${layer}fc1`, INNER, WIDTH),
    ...linear(`${layer}fc2`, WIDTH, INNER),
    ...norm(`${layer}self_attn_layer_norm`),
    ...norm(`${layer}final_layer_norm`),
    ...norm('model.decoder.final_layer_norm'),
  };
}

function charOf(code: number): string {
  return String.fromCharCode(code);
}
