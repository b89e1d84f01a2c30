import type { ObjectViolation } from '../violation';
import { show } from '../../text/wording';
import { FORMAT } from '../rules/format';
import { TYPE } from '../rules/type';
import { describe, isScalar, type Type, TYPES } from './types';

const ON_OFF = /^(?:true|false|yes|no|on|off)$/i;

/** The violation of a value with a wrong type. */
export function wrongType(value: unknown, type: Type): Omit<ObjectViolation, 'path'> {
  if (type === TYPES.quantity && typeof value === 'string') {
    return {
      code: FORMAT.code,
      message: `${show(value)} is not a quantity`,
      remedy: 'write a number and at most one suffix: m, k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi or Ei',
    };
  }
  const came = isScalar(value) ? `${show(value)} is ${describe(value)}` : `${describe(value)} came`;
  return { code: TYPE.code, message: `${came}, expected ${type.description}`, remedy: remedy(value, type) };
}

function remedy(value: unknown, type: Type): string {
  if (type === TYPES.string && isScalar(value)) return `quote it: ${show(String(value))}`;
  if (typeof value === 'string') {
    if (type === TYPES.boolean && ON_OFF.test(value)) return 'write true or false, without quotes';
    if (value.trim() !== '' && type.matches(Number(value))) return `remove the quotes: ${value}`;
  }
  if (type === TYPES.array && value !== null) return 'make it a list, each item after a dash';
  return `write ${type.description}`;
}

/** The value that replaces one of a wrong type: any scalar can be converted to text; undefined for others. */
export function convertible(value: unknown, type: Type): unknown {
  return type === TYPES.string && isScalar(value) ? String(value) : undefined;
}
