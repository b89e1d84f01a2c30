import { listed } from '../../text/wording';
/** What a Go struct, or a part of one, takes of JSON. */
export type Shape = ScalarShape | ListShape | ObjectShape | AnyShape;

export interface ScalarShape {
  readonly is: 'boolean' | 'duration' | 'integer' | 'number' | 'quantity' | 'string';
  /** What the program checks besides the type. */
  readonly must?: Must;
  /** Whether `null` is refused, as by a Go value that parses itself and is no pointer. */
  readonly notNull?: boolean;
}

export interface ListShape {
  readonly is: 'list';
  readonly of: Shape;
  readonly must?: Must;
}

export interface ObjectShape {
  readonly is: 'object';
  readonly fields: { readonly [name: string]: Shape };
  /** Fields that must be there and not empty. */
  readonly required?: readonly string[];
  /** Whether the names of all fields are known; without them nothing is said of unknown ones. */
  readonly open?: boolean;
}

/** Any JSON. */
export interface AnyShape {
  readonly is: 'any';
}

/** A condition on a value, and how to say it: `must be above 0`. */
export interface Must {
  readonly be: string;
  holds(value: any): boolean;
}

export const string = (must?: Must): ScalarShape => ({ is: 'string', must });
export const boolean: ScalarShape = { is: 'boolean' };
/** A Go `int` or `int64`. `time.Duration` is one, in nanoseconds. */
export const integer = (must?: Must): ScalarShape => ({ is: 'integer', must });
export const number = (must?: Must): ScalarShape => ({ is: 'number', must });
/** A `metav1.Duration`: `1m30s`. */
export const duration = (must?: Must): ScalarShape => ({ is: 'duration', must });
/** A `resource.Quantity`: `1Gi`. */
export const quantity = (must?: Must): ScalarShape => ({ is: 'quantity', must });
export const any: AnyShape = { is: 'any' };
export const list = (of: Shape, must?: Must): ListShape => ({ is: 'list', of, must });
export const object = (
  fields: ObjectShape['fields'],
  options: Pick<ObjectShape, 'required' | 'open'> = {},
): ObjectShape => ({
  is: 'object',
  fields,
  ...options,
});

export const above = (bound: number): Must => ({ be: `above ${bound}`, holds: (value) => value > bound });
export const atLeast = (bound: number): Must => ({ be: `${bound} or more`, holds: (value) => value >= bound });
export const atMost = (bound: number): Must => ({ be: `${bound} or less`, holds: (value) => value <= bound });
export const between = (low: number, high: number): Must => ({
  be: `from ${low} to ${high}`,
  holds: (value) => value >= low && value <= high,
});
export const oneOf = (...words: readonly string[]): Must => ({
  be: listed(words.filter(Boolean), 'or'),
  holds: (value) => words.includes(value),
});
