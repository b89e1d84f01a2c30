/** Choices that numbers decide, so that fast-check can repeat and shrink them. */
export class Dice {
  private next = 0;

  constructor(private readonly numbers: readonly number[]) {}

  /** A whole number from 0 up to `count`, which it never is. */
  below(count: number): number {
    return this.numbers[this.next++ % this.numbers.length] % Math.max(1, count);
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)];
  }

  /** True once in `times`. */
  oneIn(times: number): boolean {
    return this.below(times) === 0;
  }
}
