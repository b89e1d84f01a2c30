import * as runtime from '../../../../lib/api-server/cel/runtime';
import type { Code } from './code';
import type { Expression } from './expression';
import type { Type } from './types';

/** The variables and known fields at a place in an expression. */
export class Scope {
  private constructor(
    private readonly variables: ReadonlyMap<string, Variable>,
    private readonly present: ReadonlySet<string>,
  ) {}

  static of(variables: { readonly [name: string]: Type }): Scope {
    return new Scope(new Map(Object.entries(variables).map(([name, type]) => [name, { js: name, type }])), new Set());
  }

  find(name: string): Variable | undefined {
    return this.variables.get(name);
  }

  /** A scope with one more variable, renamed if its name is taken in JavaScript. */
  with(name: string, type: Type): { scope: Scope; js: string } {
    const taken = new Set([...Object.keys(runtime), ...[...this.variables.values()].map(({ js }) => js)]);
    let js = name;
    for (let count = 2; taken.has(js) || RESERVED.has(js); count++) js = `${name}${count}`;
    return { js, scope: new Scope(new Map([...this.variables, [name, { js, type }]]), this.present) };
  }

  /** A scope where `code` has been evaluated to `result`. */
  after(code: Code, result: boolean): Scope {
    const proved = code.proves?.[`${result}`] ?? [];
    return proved.length === 0 ? this : new Scope(this.variables, new Set([...this.present, ...proved]));
  }

  /** Whether the field that `js` reads is known to be present. */
  has(js: string): boolean {
    return this.present.has(js);
  }
}

/** Compiles a part of an expression. */
export type Compile = (expression: Expression, scope: Scope) => Code;

interface Variable {
  readonly js: string;
  readonly type: Type;
}

/** Names that CEL allows and JavaScript reserves, or that compiled rules use. */
const RESERVED = new Set(
  (
    'arguments await case catch class debugger default delete do enum eval export extends finally implements ' +
    'instanceof interface Math new private Object protected public static String super switch this throw try typeof with yield'
  ).split(' '),
);
