import type { Node } from './node';

/** A value that was read from YAML or JSON before, and has lost its lines. */
export function valueNode(value: unknown): Node {
  if (Array.isArray(value)) return { is: 'list', items: value.map(valueNode) };
  switch (typeof value) {
    case 'object':
      return value === null ? { is: 'null' } : { is: 'object', fields: fields(value) };
    case 'boolean':
      return { is: 'boolean', value };
    case 'number':
      return { is: 'number', literal: JSON.stringify(value) };
    default:
      return { is: 'string', value: String(value) };
  }
}

function fields(object: object) {
  return Object.entries(object).map(([key, value]) => ({ key, value: valueNode(value) }));
}
