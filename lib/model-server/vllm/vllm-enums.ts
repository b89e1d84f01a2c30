/** Instruction set of an image. */
export enum Architecture {
  /** 64-bit Arm, for example Apple silicon and Graviton. */
  ARM64 = 'arm64',
  /** 64-bit x86. */
  X86_64 = 'x86_64',
}

/** Numeric type of weights and activations: vLLM's `--dtype`. */
export enum Dtype {
  /** What the model's configuration says. */
  AUTO = 'auto',
  /** 16-bit brain floating point. */
  BFLOAT16 = 'bfloat16',
  /** 16-bit floating point. */
  FLOAT16 = 'float16',
  /** 32-bit floating point. */
  FLOAT32 = 'float32',
}
