import type { Path } from '../../text/path';
import type { RuleDoc } from '../rule-doc';
import type { ObjectViolation } from '../violation';

/** A place in an object: its value, and the list for violations. */
export class Field {
  private constructor(
    /** Undefined for a missing field; other values have the type that the API gives them. */
    readonly value: any,
    private readonly rule: RuleDoc,
    private readonly violations: ObjectViolation[],
    private readonly parent?: Field,
    private readonly step?: string | number,
  ) {}

  /** The root of an object. Violations of it and of all its fields are added to `violations`. */
  static of(object: unknown, rule: RuleDoc, violations: ObjectViolation[]): Field {
    return new Field(object, rule, violations);
  }

  /** The same place, with another rule for its violations. */
  under(rule: RuleDoc): Field {
    return new Field(this.value, rule, this.violations, this.parent, this.step);
  }

  /** The same place with another value, such as a default. */
  with(value: unknown): Field {
    return new Field(value, this.rule, this.violations, this.parent, this.step);
  }

  /** The same place, with an empty object if the field is missing. */
  get orEmpty(): Field {
    return this.given ? this : this.with({});
  }

  /** A field or element below this one. Its value is undefined if there is none. */
  at(...steps: (string | number)[]): Field {
    return steps.reduce<Field>((field, step) => field.child(step), this);
  }

  private child(step: string | number): Field {
    const value = isContainer(this.value) && Object.hasOwn(this.value, step) ? (this.value as any)[step] : undefined;
    return new Field(value, this.rule, this.violations, this, step);
  }

  /** Whether the field has a value other than `null`. */
  get given(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  /** Whether the field is missing or has a value that Go treats alike: an empty text, list or map, zero, false. */
  get empty(): boolean {
    return !this.given || this.length === 0 || this.value === 0 || this.value === false;
  }

  private get length(): number | undefined {
    if (typeof this.value === 'string' || Array.isArray(this.value)) return this.value.length;
    return isContainer(this.value) ? Object.keys(this.value).length : undefined;
  }

  /** The elements of a list. Go reads null in a list as an empty element. */
  get items(): Field[] {
    if (!Array.isArray(this.value)) return [];
    return this.value.map((_, index) => this.child(index).orEmpty);
  }

  /** Whether a map has a key; its value may be null. */
  has(key: string): boolean {
    return isContainer(this.value) && Object.hasOwn(this.value, key);
  }

  /** The entries of a map. Go reads null in a map as an empty value. */
  get entries(): (readonly [string, Field])[] {
    if (!isContainer(this.value) || Array.isArray(this.value)) return [];
    return Object.keys(this.value).map((key) => [key, this.child(key).orEmpty] as const);
  }

  /** The name of the field, for messages. */
  get name(): string {
    return typeof this.step === 'number' ? `${this.parent!.name}[${this.step}]` : (this.step ?? 'object');
  }

  get path(): Path {
    return this.parent === undefined ? [] : [...this.parent.path, this.step!];
  }

  /** Adds a violation: what came and what was expected, and the remedy. */
  refuse(message: string, remedy: string): void {
    this.violations.push({ code: this.rule.code, path: this.path, message, remedy });
  }
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
