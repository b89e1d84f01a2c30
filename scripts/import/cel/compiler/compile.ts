import { compileCall } from './calls';
import { at, type Code, Level, CompileError, mismatch, primary, Unknown } from './code';
import type { Expression, LiteralType } from './expression';
import { escaped } from '../../../../lib/api-server/cel/field-names';
import { compileMacro, isMacro } from './macros';
import { compileOperator, isOperator } from './operators';
import type { Scope } from './scope';
import { BOOL, type Type } from './types';

/** JavaScript for an expression. Throws `CompileError` or `Unknown`. */
export function compile(expression: Expression, scope: Scope): Code {
  const code = compileAny(expression, scope);
  if (code.type.is === 'formatted') throw new Unknown('a string with a format');
  return code;
}

function compileAny(expression: Expression, scope: Scope): Code {
  switch (expression.is) {
    case 'literal':
      return literal(expression.type, expression.value);
    case 'name':
      return variable(expression.name, scope);
    case 'select':
      return select(compile(expression.of, scope), expression.field, scope);
    case 'has':
      return has(compile(expression.of, scope), expression.field);
    case 'list':
      return list(expression.elements.map((element) => compile(element, scope)));
    case 'map':
      return map(expression.entries, scope);
    case 'call':
      if (isOperator(expression)) return compileOperator(expression, scope, compile);
      return isMacro(expression) ? compileMacro(expression, scope, compile) : compileCall(expression, scope, compile);
  }
}

function literal(type: LiteralType, value: unknown): Code {
  if (type === 'uint' || type === 'bytes') throw new Unknown(`literals of type ${type}`);
  return primary(JSON.stringify(value), { is: type }, true);
}

/** Names of types are values too: `type(self) == string`. */
const TYPES = new Set(['int', 'double', 'bool', 'string', 'null_type']);

/** Names of further types, and prefixes of functions such as `math.greatest`. */
const FURTHER = new Set(
  (
    'uint bytes list map type dyn optional_type google net kubernetes ' +
    'math sets lists strings optional cel ip cidr format semver base64 authorizer'
  ).split(' '),
);

function variable(name: string, scope: Scope): Code {
  const found = scope.find(name);
  if (found !== undefined) return primary(found.js, found.type, true);
  if (TYPES.has(name)) return primary(JSON.stringify(name), { is: 'type' }, true);
  if (FURTHER.has(name)) throw new Unknown(name);
  throw new CompileError(`undeclared reference to '${name}'`);
}

function select(object: Code, field: string, scope: Scope): Code {
  const { type } = object;
  if (type.is === 'map') return entry(object, field, type.of);
  const { name, type: fieldType, present } = fieldOf(type, field);
  const js = member(object, name);
  return present || scope.has(js)
    ? primary(js, fieldType, object.safe)
    : primary(`field(${object.js}, ${JSON.stringify(name)})`, fieldType, false);
}

function entry(map: Code, key: string, type: Type): Code {
  return primary(`entry(${map.js}, ${JSON.stringify(key)})`, type, false);
}

/** Null counts as absent: https://kubernetes.io/docs/reference/using-api/cel/#type-system-integration */
function has(object: Code, field: string): Code {
  const { type, safe } = object;
  if (type.is === 'map') return primary(`Object.hasOwn(${object.js}, ${JSON.stringify(field)})`, BOOL, safe);
  const js = member(object, fieldOf(type, field).name);
  return { js: `${js} != null`, level: Level.Equality, type: BOOL, safe, proves: { true: [js], false: [] } };
}

function fieldOf(type: Type, field: string) {
  if (type.is !== 'object') throw mismatch(`type '${type.is}' does not support field selection`, type);
  // Current API servers accept keywords with and without escaping.
  const found = type.fields.get(field) ?? type.fields.get(escaped(field)!);
  if (found === undefined) throw new CompileError(`undefined field '${field}'`);
  if (found.name in Object.prototype) throw new Unknown(`a field that is called ${found.name}`);
  return found;
}

function member(object: Code, name: string): string {
  const of = at(Level.Primary, object);
  return /^[a-zA-Z_$][\w$]*$/.test(name) ? `${of}.${name}` : `${of}[${JSON.stringify(name)}]`;
}

function list(elements: readonly Code[]): Code {
  const of = elements[0]?.type ?? { is: 'nothing' };
  const other = elements.find(({ type }) => type.is !== of.is);
  if (other !== undefined) throw mismatch(`a list of ${of.is} and ${other.type.is}`, of, other.type);
  return primary(
    `[${elements.map(({ js }) => js).join(', ')}]`,
    { is: 'list', of },
    elements.every(({ safe }) => safe),
  );
}

function map(entries: readonly (readonly [Expression, Expression])[], scope: Scope): Code {
  const compiled = entries.map(([key, value]) => [compile(key, scope), compile(value, scope)] as const);
  const of = compiled[0]?.[1].type ?? { is: 'nothing' };
  if (compiled.some(([key]) => key.type.is !== 'string')) {
    throw new Unknown('maps with keys that are not strings');
  }
  const other = compiled.find(([, { type }]) => type.is !== of.is)?.[1].type;
  if (other !== undefined) throw mismatch(`a map to ${of.is} and ${other.is}`, of, other);
  const js = compiled.map(([key, value]) => `${property(key)}: ${value.js}`).join(', ');
  return primary(
    `{ ${js} }`,
    { is: 'map', of },
    compiled.flat().every(({ safe }) => safe),
  );
}

function property({ js }: Code): string {
  return /^"[\w .-]*"$/.test(js) && js !== '"__proto__"' ? js : `[${js}]`;
}
