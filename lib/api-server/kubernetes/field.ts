import type { Path } from '../../text/path';
import type { RuleDoc } from '../rule-doc';
import type { ObjectViolation } from '../violation';

/** A place in an object: what is there, and where to say what is wrong with it. */
export class Field {
  private constructor(
    /** Undefined where there is nothing; lists, maps and scalars have the type that the API gives them. */
    readonly value: any,
    private readonly rule: RuleDoc,
    private readonly violations: ObjectViolation[],
    private readonly parent?: Field,
    private readonly step?: string | number,
  ) {}

  /** The top of an object. What is said of it and of all below goes into `violations`. */
  static of(object: unknown, rule: RuleDoc, violations: ObjectViolation[]): Field {
    return new Field(object, rule, violations);
  }

  /** The same place, checked by another rule. */
  under(rule: RuleDoc): Field {
    return new Field(this.value, rule, this.violations, this.parent, this.step);
  }

  /** Same place, another value: what the API reads where nothing is written. */
  with(value: unknown): Field {
    return new Field(value, this.rule, this.violations, this.parent, this.step);
  }

  /** The same place, with something empty where there is nothing. */
  get orEmpty(): Field {
    return this.given ? this : this.with({});
  }

  /** What lies below. Below nothing lies nothing. */
  at(...steps: (string | number)[]): Field {
    return steps.reduce<Field>((field, step) => field.child(step), this);
  }

  private child(step: string | number): Field {
    const value = isContainer(this.value) && Object.hasOwn(this.value, step) ? (this.value as any)[step] : undefined;
    return new Field(value, this.rule, this.violations, this, step);
  }

  /** Whether anything is written here; `null` is nothing. */
  get given(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  /** Whether nothing is here, or something that Go cannot tell from it: an empty text, list or map, zero, false. */
  get empty(): boolean {
    return !this.given || this.length === 0 || this.value === 0 || this.value === false;
  }

  private get length(): number | undefined {
    if (typeof this.value === 'string' || Array.isArray(this.value)) return this.value.length;
    return isContainer(this.value) ? Object.keys(this.value).length : undefined;
  }

  /** The elements of a list. In a list Go reads null as something empty. */
  get items(): Field[] {
    if (!Array.isArray(this.value)) return [];
    return this.value.map((_, index) => this.child(index).orEmpty);
  }

  /** Whether a map has a key, be it with a null. */
  has(key: string): boolean {
    return isContainer(this.value) && Object.hasOwn(this.value, key);
  }

  /** The entries of a map. There too Go reads null as something empty. */
  get entries(): (readonly [string, Field])[] {
    if (!isContainer(this.value) || Array.isArray(this.value)) return [];
    return Object.keys(this.value).map((key) => [key, this.child(key).orEmpty] as const);
  }

  /** The name of this place in what it belongs to. */
  get name(): string {
    return typeof this.step === 'number' ? `${this.parent!.name}[${this.step}]` : (this.step ?? 'object');
  }

  get path(): Path {
    return this.parent === undefined ? [] : [...this.parent.path, this.step!];
  }

  /** Says that this is wrong: what came and what was expected, and what to do. */
  refuse(message: string, remedy: string): void {
    this.violations.push({ code: this.rule.code, path: this.path, message, remedy });
  }
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
