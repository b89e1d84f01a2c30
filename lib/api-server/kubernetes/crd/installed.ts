import { existsSync, readFileSync } from 'node:fs';
import { imported } from '../../imports';

const specs = new Map<string, unknown>();

/** Whether a definition is one that this package installs, which the API server is known to take. */
export function isInstalled(name: unknown, spec: unknown): boolean {
  if (typeof name !== 'string' || !/^[a-z0-9.-]+$/.test(name)) return false;
  if (!specs.has(name)) specs.set(name, specOf(imported('crds', `${name}.json`)));
  return specs.get(name) !== undefined && same(spec, specs.get(name));
}

function specOf(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).spec : undefined;
}

/** Whether two values are the same, but for descriptions. */
function same(one: any, other: any): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return keys.every((key) => isDescription(key, one[key], other[key]) || same(one[key], other[key]));
}

function isDescription(key: string, ...values: readonly unknown[]): boolean {
  return key === 'description' && values.every((value) => value === undefined || typeof value === 'string');
}
