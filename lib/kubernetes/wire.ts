/**
 * The YAML shape of a type that `cdk8s import` has generated: enums become strings, and classes for number-or-string
 * become plain values. Constructs write this shape, because the generated classes filter their output after patches and
 * so lose fields (cdk8s issue 2172).
 */
export type Wire<T> = 0 extends 1 & T
  ? T // any
  : T extends string
    ? `${T}`
    : T extends readonly (infer Item)[]
      ? readonly Wire<Item>[]
      : T extends { readonly value: infer Value }
        ? [number | string] extends [Value]
          ? number | string
          : { readonly [Key in keyof T]: Wire<T[Key]> }
        : T extends object
          ? { readonly [Key in keyof T]: Wire<T[Key]> }
          : T;
