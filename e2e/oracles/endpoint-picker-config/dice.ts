/** Random choices by a list of numbers, so that fast-check can repeat and shrink them. */
export class Dice {
  private next = 0;

  constructor(private readonly numbers: readonly number[]) {}

  /** A whole number from 0 to `count` - 1. */
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
