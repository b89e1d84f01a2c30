/** The value of a key that comes from outside: undefined for `toString`, `__proto__` and others that every object has. */
export function own<Value>(table: { readonly [key: string]: Value }, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
