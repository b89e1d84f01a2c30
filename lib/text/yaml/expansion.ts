/**
 * Counts how many nodes of a value come from aliases. kubectl refuses a document with too many: more than 99 % of a
 * small one, 10 % of a very large one. Source: go.yaml.in/yaml/v2 v2.4.3, decode.go: allowedAliasRatio.
 */
export class Expansion {
  private nodes = 0;
  private aliased = 0;
  private depth = 0;
  private characters = 0;

  /** Whether the nodes that come now are read for an alias. */
  get isInside(): boolean {
    return this.depth > 0;
  }

  /** Counts a node. False when too many come from aliases. */
  count(): boolean {
    this.nodes++;
    if (this.depth > 0) this.aliased++;
    return this.aliased <= 100 || this.nodes <= 1000 || this.aliased / this.nodes <= allowed(this.nodes);
  }

  /** Counts the characters of a text. False when aliases stand for more of them than an API server would store. */
  hasRoom(characters: number): boolean {
    if (this.depth > 0) this.characters += characters;
    return this.characters <= MOST_CHARACTERS;
  }

  /** Does the work of an alias, whose nodes count as aliased. */
  within<Result>(work: () => Result): Result {
    this.depth++;
    const result = work();
    this.depth--;
    return result;
  }
}

/** Ten times the largest request that an API server reads (3 MB), so that small files do not become gigabytes. */
const MOST_CHARACTERS = 30e6;

const [SMALL, LARGE] = [400_000, 4_000_000];

function allowed(nodes: number): number {
  const size = Math.min(Math.max((nodes - SMALL) / (LARGE - SMALL), 0), 1);
  return 0.99 - 0.89 * size;
}
