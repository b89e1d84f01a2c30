import {
  type AliasEvent,
  EVENT_ID,
  getScalarValue,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';
import type { Path } from '../path';
import { Expansion } from './expansion';
import { lineAt } from '../line-starts';
import { ParseError } from './parse-error';
import type { Parsed } from './parse';
import { resolvePlain, resolveTagged } from './scalars';

/*
 * Makes a plain value of YAML events, as kubectl does. Source: go.yaml.in/yaml/v2 v2.4.3, decode.go, and
 * sigs.k8s.io/yaml v1.6.0, yaml.go: convertToJSONableObject.
 */

/** A key that a mapping has twice. The last value counts. */
export interface DuplicateKey {
  readonly path: Path;
  /** Lines in the document, from 1. */
  readonly firstLine: number;
  readonly secondLine: number;
}

/** The value of a document. */
export interface Composed {
  readonly value: unknown;
  readonly duplicates: readonly DuplicateKey[];
  /** Whether aliases make the value larger than its text. */
  readonly aliased: boolean;
}

/** Called for every entry of a list or mapping, with the offset of its item or key and the event of its value. */
export type Observer = (container: object, key: string | number, offset: number, value: Node) => void;

/** The value of a document. Throws a `ParseError` for a value that JSON does not have. */
export function compose(parsed: Parsed, observe?: Observer): Composed {
  return new Composer(parsed, observe).document();
}

/** The event that begins a value. */
export type Node = AliasEvent | MappingEvent | ScalarEvent | SequenceEvent;
type Mapping = { [key: string]: unknown };

class Composer {
  private next = 0;
  private readonly path: (string | number)[] = [];
  private readonly duplicates: DuplicateKey[] = [];
  private readonly expansion = new Expansion();
  /** Name of an anchor -> index of its event. */
  private readonly anchors = new Map<string, number>();
  /** Index of an alias -> index of its anchor's event. The name may be given to another anchor later. */
  private readonly targets = new Map<number, number>();
  /** Lists and mappings that have not ended. An alias to one of them would never end. */
  private readonly open = new Set<number>();

  constructor(
    private readonly parsed: Parsed,
    private readonly observe?: Observer,
  ) {}

  document(): Composed {
    // A text with nothing but an end mark has no events.
    if (this.parsed.events.length === 0) return { value: null, duplicates: [], aliased: false };
    // The first event begins the document, and one ends it.
    this.next = 1;
    const value = this.value();
    const rest = this.parsed.events[this.next + 2];
    if (rest !== undefined) {
      throw this.parseError(rest as Node, 'kubectl stops reading at a line of `...`', 'separate documents by `---`');
    }
    return { value, duplicates: this.duplicates, aliased: this.targets.size > 0 };
  }

  private value(): unknown {
    const index = this.next++;
    const node = this.node(index);
    if (!this.expansion.count()) {
      throw this.tooManyAliases(node);
    }
    if (node.type === EVENT_ID.ALIAS) return this.alias(index, node, () => this.value());
    this.anchor(index, node);
    if (node.type === EVENT_ID.SCALAR) return this.scalar(node);
    this.open.add(index);
    const value = node.type === EVENT_ID.MAPPING ? this.mapping({}) : this.sequence();
    this.open.delete(index);
    return value;
  }

  private tooManyAliases(node: Node): ParseError {
    return this.parseError(node, 'its aliases stand for more than kubectl reads', 'write out what they stand for');
  }

  private scalar(node: ScalarEvent): unknown {
    const { text } = this.parsed;
    const content = getScalarValue(text, node);
    const tag = text.slice(node.tagStart, node.tagEnd);
    const plain = tag === '' && node.style === SCALAR_STYLE.PLAIN;
    const value = plain ? resolvePlain(content) : resolveTagged(tag, content);
    // The text may be secret.
    const shown = `a text of ${content.length} characters`;
    if (value === undefined) throw this.parseError(node, `${shown} is no ${tag}`, 'correct the tag');
    if (!this.expansion.hasRoom(content.length)) throw this.tooManyAliases(node);
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw this.parseError(node, `${content} is a number that JSON does not have`, 'quote it if it is a string');
    }
    return value;
  }

  private sequence(): unknown[] {
    const list: unknown[] = [];
    for (; !this.atEnd(); this.path.pop()) {
      this.path.push(list.length);
      this.observe?.(list, list.length, this.offset(), this.valueNode());
      list.push(this.value());
    }
    this.next++;
    return list;
  }

  private mapping(into: Mapping): Mapping {
    const own = new Map<string, number>();
    while (!this.atEnd()) {
      if (this.isMerge()) this.merge(into);
      else this.entry(into, own);
    }
    this.next++;
    return into;
  }

  /** @param own offsets of the mapping's keys, without those of merges */
  private entry(into: Mapping, own: Map<string, number>): void {
    const offset = this.offset();
    const key = this.key();
    this.path.push(key);
    this.observe?.(into, key, offset, this.valueNode());
    const first = own.get(key);
    if (first === undefined) own.set(key, offset);
    else if (!this.expansion.isInside) this.duplicate(first, offset);
    put(into, key, this.value());
    this.path.pop();
  }

  private key(): string {
    const node = this.node(this.next);
    const value = this.value();
    if (typeof value === 'string') return value;
    if (typeof value !== 'object') return JSON.stringify(value);
    const kind = value === null ? 'null' : Array.isArray(value) ? 'a list' : 'a mapping';
    throw this.parseError(node, `a key is ${kind}, where JSON wants a string`, 'write a string, quoted if need be');
  }

  private duplicate(first: number, second: number): void {
    const { text } = this.parsed;
    const [firstLine, secondLine] = [first, second].map((offset) => lineAt(text, offset));
    this.duplicates.push({ path: [...this.path], firstLine, secondLine });
  }

  private isMerge(): boolean {
    const node = this.node(this.next);
    return (
      node.type === EVENT_ID.SCALAR &&
      node.style === SCALAR_STYLE.PLAIN &&
      node.valueEnd - node.valueStart === 2 &&
      this.parsed.text.startsWith('<<', node.valueStart)
    );
  }

  /** `<<`, which overrides the keys before it, unlike in YAML's own rule. Of a list, the first mapping wins. */
  private merge(into: Mapping): void {
    this.next++;
    if (this.node(this.next).type !== EVENT_ID.SEQUENCE) return this.mergeOne(into);
    const items: number[] = [];
    for (this.next++; !this.atEnd(); this.skip()) items.push(this.next);
    for (const item of items.reverse()) this.at(item, () => this.mergeOne(into));
    this.next++;
  }

  private mergeOne(into: Mapping): void {
    const index = this.next++;
    const node = this.node(index);
    if (node.type === EVENT_ID.ALIAS) return this.alias(index, node, () => this.mergeOne(into));
    if (node.type !== EVENT_ID.MAPPING) {
      throw this.parseError(node, '`<<` merges no mapping', 'give it a mapping, or a list of mappings');
    }
    this.anchor(index, node);
    this.mapping(into);
  }

  /** Remembers the anchor of a node for the aliases after it. */
  private anchor(index: number, node: Node): void {
    if (node.anchorStart >= 0 && !this.expansion.isInside) this.anchors.set(this.nameOf(node), index);
  }

  /** Does `work` at the anchor of an alias. */
  private alias<Result>(index: number, alias: AliasEvent, work: () => Result): Result {
    const name = this.nameOf(alias);
    const target = this.targets.get(index) ?? this.anchors.get(name);
    if (target === undefined) {
      throw this.parseError(
        alias,
        `no anchor ${name} stands before its alias`,
        'define it first, in the same document',
      );
    }
    if (this.open.has(target)) throw this.parseError(alias, `anchor ${name} contains itself`, 'remove the alias');
    this.targets.set(index, target);
    return this.expansion.within(() => this.at(target, work));
  }

  /** Does `work` at another event, and comes back. */
  private at<Result>(index: number, work: () => Result): Result {
    const { next } = this;
    this.next = index;
    const result = work();
    this.next = next;
    return result;
  }

  private skip(): void {
    let depth = 0;
    do {
      const { type } = this.parsed.events[this.next++];
      if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth++;
      if (type === EVENT_ID.POP) depth--;
    } while (depth > 0);
  }

  /** The event of the next value; for an alias, of what it stands for. */
  private valueNode(): Node {
    const node = this.node(this.next);
    if (node.type !== EVENT_ID.ALIAS) return node;
    const target = this.targets.get(this.next) ?? this.anchors.get(this.nameOf(node));
    return target === undefined ? node : this.node(target);
  }

  private node(index: number): Node {
    return this.parsed.events[index] as Node;
  }

  private atEnd(): boolean {
    return this.parsed.events[this.next].type === EVENT_ID.POP;
  }

  private offset(): number {
    return offsetOf(this.node(this.next));
  }

  private nameOf({ anchorStart, anchorEnd }: Node): string {
    return this.parsed.text.slice(anchorStart, anchorEnd);
  }

  private parseError(node: Node, message: string, remedy: string): ParseError {
    return new ParseError(message, remedy, lineAt(this.parsed.text, offsetOf(node)));
  }
}

/** The offset of a node; Infinity for an empty one, such as the value of `a:`. */
function offsetOf(node: Node): number {
  if (node.type === EVENT_ID.ALIAS) return node.anchorStart;
  const starts = [node.type === EVENT_ID.SCALAR ? node.valueStart : node.start, node.anchorStart, node.tagStart];
  return Math.min(...starts.filter((start) => start >= 0));
}

/** Sets a key. An assignment to `__proto__` would set the prototype. */
function put(into: Mapping, key: string, value: unknown): void {
  if (key !== '__proto__') into[key] = value;
  else Object.defineProperty(into, key, { value, writable: true, enumerable: true, configurable: true });
}
