/** A tensor of random numbers, in rows and columns, or constant. */
export interface Tensor {
  readonly shape: readonly number[];
  /** Half of the range of the random numbers around 0. */
  readonly scale?: number;
  /** The same number everywhere. */
  readonly constant?: number;
}

/**
 * A file of tensors in the format safetensors: the length of a JSON header in 8 bytes, the header, then the numbers, here
 * as bfloat16. The same tensors give the same file.
 * @see https://github.com/huggingface/safetensors#format
 */
export function safetensors(tensors: { readonly [name: string]: Tensor }): Buffer {
  const random = randomNumbers();
  const header: { [name: string]: object } = { __metadata__: { format: 'pt' } };
  const parts: Buffer[] = [];
  let end = 0;
  for (const [name, { shape, scale = 0.02, constant }] of Object.entries(tensors)) {
    const count = shape.reduce((product, length) => product * length, 1);
    const numbers = Float32Array.from({ length: count }, () => constant ?? (2 * random() - 1) * scale);
    parts.push(bfloat16(numbers));
    header[name] = { dtype: 'BF16', shape, data_offsets: [end, (end += 2 * count)] };
  }
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  return Buffer.concat([length, json, ...parts]);
}

/** bfloat16 is the upper half of a float. */
function bfloat16(numbers: Float32Array): Buffer {
  const floats = Buffer.from(numbers.buffer);
  const halves = Buffer.alloc(2 * numbers.length);
  for (let i = 0; i < numbers.length; i++) floats.copy(halves, 2 * i, 4 * i + 2, 4 * i + 4);
  return halves;
}

/** A linear congruential generator of numbers from 0 to 1, whose parameters are those of Numerical Recipes. */
function randomNumbers(): () => number {
  let state = 1;
  return () => (state = (Math.imul(1664525, state) + 1013904223) >>> 0) / 2 ** 32;
}
