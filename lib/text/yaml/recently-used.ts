/** A cache that drops the values that were used least recently, so that the sizes of the others stay within a limit. */
export class RecentlyUsed<Key, Value> {
  private readonly values = new Map<Key, Value>();
  private total = 0;

  constructor(
    private readonly limit: number,
    private readonly sizeOf: (key: Key) => number,
  ) {}

  /** The value of a key, made where it is not in the cache. */
  get(key: Key, make: (key: Key) => Value): Value {
    const known = this.values.has(key);
    const value = known ? this.values.get(key)! : make(key);
    if (known) this.values.delete(key);
    else this.total += this.sizeOf(key);
    // A Map keeps the order in which keys were set: the first one was used least recently.
    this.values.set(key, value);
    for (const oldest of this.values.keys()) {
      if (this.total <= this.limit || oldest === key) break;
      this.values.delete(oldest);
      this.total -= this.sizeOf(oldest);
    }
    return value;
  }
}
