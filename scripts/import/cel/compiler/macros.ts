import { at, type Code, Level, CompileError, mismatch, primary } from './code';
import type { Expression } from './expression';
import type { Compile, Scope } from './scope';
import { BOOL, STRING, type Type } from './types';

type Call = Extract<Expression, { is: 'call' }>;

interface Macro {
  /** The numbers of expressions that may follow the variable. */
  readonly expressions: readonly number[];
  /** @param bodies the expressions as JavaScript functions of the variable */
  build(items: Code, bodies: readonly Body[], item: Type): Code;
}

interface Body {
  readonly code: Code;
  readonly js: string;
}

const MACROS: ReadonlyMap<string, Macro> = new Map(
  Object.entries({
    all: { expressions: [1], build: (items, [body]) => quantifier('every', 'all', items, body) },
    exists: { expressions: [1], build: (items, [body]) => quantifier('some', 'exists', items, body) },
    exists_one: {
      expressions: [1],
      build: (items, [body]) => {
        const { js, safe } = iteration('filter', items, [body], items.type);
        return { js: `${js}.length === 1`, level: Level.Equality, type: BOOL, safe };
      },
    },
    filter: {
      expressions: [1],
      build: (items, [body], item) => iteration('filter', items, [body], { is: 'list', of: item }),
    },
    map: {
      expressions: [1, 2],
      build: (items, bodies) => {
        const result = bodies[bodies.length - 1];
        const type: Type = { is: 'list', of: result.code.type };
        const kept = bodies.length === 1 ? items : iteration('filter', items, [bodies[0]], items.type);
        return iteration('map', kept, [result], type);
      },
    },
  } satisfies { [name: string]: Macro }),
);

export function isMacro({ name, target, args }: Call): boolean {
  return target !== undefined && MACROS.get(name)?.expressions.includes(args.length - 1) === true;
}

export function compileMacro(
  { name, target, args: [variable, ...expressions] }: Call,
  scope: Scope,
  compile: Compile,
): Code {
  const [items, item] = iterated(compile(target!, scope));
  if (variable.is !== 'name') throw new CompileError(`${name} without a variable`);
  const inner = scope.with(variable.name, item);
  const bodies = expressions.map((expression) => {
    const code = compile(expression, inner.scope);
    const body = code.js.startsWith('{') ? `(${code.js})` : code.js;
    return { code, js: `(${inner.js}) => ${body}` };
  });
  const isCondition = name !== 'map' || bodies.length > 1;
  const { type } = bodies[0].code;
  if (isCondition && type.is !== 'bool') throw mismatch(`${name} without a condition`, type);
  return MACROS.get(name)!.build(items, bodies, item);
}

/** What a macro iterates over: the items of a list or the keys of a map. */
function iterated(of: Code): [Code, Type] {
  const { type } = of;
  if (type.is === 'list') return [of, type.of];
  if (type.is === 'map') return [primary(`Object.keys(${of.js})`, { is: 'list', of: STRING }, of.safe), STRING];
  throw mismatch(`expression of type '${type.is}' cannot be range of a comprehension`, type);
}

/** As with `&&`, one item may decide the result although another fails. */
function quantifier(plain: string, lenient: string, items: Code, body: Body): Code {
  return body.code.safe
    ? iteration(plain, items, [body], BOOL)
    : primary(`${lenient}(${items.js}, ${body.js})`, BOOL, false);
}

function iteration(method: string, items: Code, bodies: readonly Body[], type: Type): Code {
  const args = bodies.map(({ js }) => js).join(', ');
  const safe = items.safe && bodies.every(({ code }) => code.safe);
  return primary(`${at(Level.Primary, items)}.${method}(${args})`, type, safe);
}
