/** Remembers what was asked for last, up to a limit of sizes. */
export class RecentlyUsed<Key, Value> {
  private readonly values = new Map<Key, Value>();
  private total = 0;

  constructor(
    private readonly limit: number,
    private readonly sizeOf: (key: Key) => number,
  ) {}

  /** What `make` makes of a key, which may be what it made before. */
  get(key: Key, make: (key: Key) => Value): Value {
    const known = this.values.has(key);
    const value = known ? this.values.get(key)! : make(key);
    if (known) this.values.delete(key);
    else this.total += this.sizeOf(key);
    // A Map keeps the order in which keys were set: the first is the one that was used least recently.
    this.values.set(key, value);
    for (const oldest of this.values.keys()) {
      if (this.total <= this.limit || oldest === key) break;
      this.values.delete(oldest);
      this.total -= this.sizeOf(oldest);
    }
    return value;
  }
}
