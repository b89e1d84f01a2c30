import { listed } from '../../text/wording';

/*
 * Shapes describe what a Go struct, or a part of one, takes of JSON. They are data, so that a configuration can be
 * checked against them, and they carry a type: `Infer<typeof shape>` is the TypeScript type of what may be written.
 */

/** What a Go value takes of JSON. */
export type Shape = ScalarShape | ListShape | ObjectShape | AnyShape;

export type ScalarShape = StringShape | PlainShape;

export interface StringShape<Word extends string = string> {
  readonly kind: 'string';
  /** What the program checks besides the type. */
  readonly constraint?: Constraint<Word>;
  /** Whether `null` is refused, as by a Go value that parses itself and is no pointer. */
  readonly notNull?: boolean;
}

/** Types of the scalars that are no text, as they are written in JSON. */
interface Written {
  readonly boolean: boolean;
  readonly duration: string;
  readonly integer: number;
  readonly number: number;
  readonly quantity: string | number;
}

export interface PlainShape<Kind extends keyof Written = keyof Written> {
  readonly kind: Kind;
  /** Is given the value as a number; for a duration, the number of nanoseconds. */
  readonly constraint?: Constraint<number>;
  readonly notNull?: boolean;
}

export interface ListShape<Item extends Shape = any> {
  readonly kind: 'list';
  readonly of: Item;
  readonly constraint?: Constraint<readonly unknown[]>;
}

export interface Fields {
  readonly [name: string]: Shape;
}

export interface ObjectShape<Known extends Fields = Fields, Required extends string = string, Open = boolean> {
  readonly kind: 'object';
  readonly fields: Known;
  /** Fields that must be there and not empty. A plugin with such parameters cannot be without `parameters`. */
  readonly required?: readonly Required[];
  /** Whether there may be more fields than these; an unknown one is accepted then. */
  readonly open?: Open;
}

/** Any JSON. */
export interface AnyShape {
  readonly kind: 'any';
}

/** A condition on a value, with the words for it: `expected` completes "it must be …". */
export interface Constraint<Value = any> {
  readonly expected: string;
  holds(value: Value): boolean;
  /** All values that are allowed, where they can be counted. */
  readonly values?: readonly Value[];
}

/** The TypeScript type of what may be written for a shape. */
export type Infer<S extends Shape> =
  S extends StringShape<infer Word>
    ? Word
    : S extends PlainShape<infer Kind>
      ? Written[Kind]
      : S extends ListShape<infer Item>
        ? readonly Infer<Item>[]
        : S extends ObjectShape<infer Known, infer Required, infer Open>
          ? Flat<
              { readonly [Name in keyof Known & Required]: Infer<Known[Name]> } & {
                readonly [Name in Exclude<keyof Known, Required>]?: Infer<Known[Name]>;
              } & (Open extends true ? { readonly [field: string]: unknown } : unknown)
            >
          : unknown;

/** One object type in place of an intersection, as editors show it. */
type Flat<Type> = { [Name in keyof Type]: Type[Name] };

export const string = <const Word extends string = string>(constraint?: Constraint<Word>): StringShape<Word> => ({
  kind: 'string',
  constraint,
});
export const boolean: PlainShape<'boolean'> = { kind: 'boolean' };
/** A Go `int` or `int64`; also a Go `time.Duration`, which JSON holds as a number of nanoseconds. */
export const integer = plain('integer');
export const number = plain('number');
/** A `metav1.Duration`, which JSON holds as text: `1m30s`. */
export const duration = plain('duration');
/** A `resource.Quantity`: `1Gi`. */
export const quantity = plain('quantity');
export const any: AnyShape = { kind: 'any' };
export const list = <Item extends Shape>(of: Item, constraint?: Constraint<readonly unknown[]>): ListShape<Item> => ({
  kind: 'list',
  of,
  constraint,
});

interface ObjectOptions<Name> {
  readonly required?: readonly Name[];
  readonly open?: boolean;
}

/** An object of these fields. The names in `required` must be names of fields. */
export function object<Known extends Fields, const Options extends ObjectOptions<keyof Known> = ObjectOptions<never>>(
  fields: Known,
  options?: Options,
): ObjectShape<Known, RequiredIn<Options>, Options extends { readonly open: true } ? true : false> {
  return { kind: 'object', fields, ...options } as ReturnType<typeof object<Known, Options>>;
}

type RequiredIn<Options> = Options extends { readonly required: readonly (infer Name extends string)[] } ? Name : never;

function plain<Kind extends keyof Written>(kind: Kind) {
  return (constraint?: Constraint<number>): PlainShape<Kind> => ({ kind, constraint });
}

export const above = (bound: number): Constraint<number> => ({
  expected: `above ${bound}`,
  holds: (value) => value > bound,
});
export const atLeast = (bound: number): Constraint<number> => ({
  expected: `${bound} or more`,
  holds: (value) => value >= bound,
});
export const atMost = (bound: number): Constraint<number> => ({
  expected: `${bound} or less`,
  holds: (value) => value <= bound,
});
export const between = (low: number, high: number): Constraint<number> => ({
  expected: `from ${low} to ${high}`,
  holds: (value) => value >= low && value <= high,
});
/** One of these words. The empty one stands for the default, and is not named in messages. */
export const oneOf = <const Word extends string>(...values: readonly Word[]): Constraint<Word> => ({
  expected: listed(values.filter(Boolean), 'or'),
  holds: (value) => values.includes(value),
  values,
});
