import { show } from '../checks';
import type { Field } from '../field';
import { nonconformity } from './conformity';

/** Defaults are valid themselves, and the whole resource has none. */
export function checkDefault(schema: Field, isRoot: boolean): void {
  const value = schema.at('default');
  const wrong = nonconformity(value.value, schema.value);
  if (isRoot) value.refuse('a resource as a whole has no default', 'take it away');
  else if (wrong !== undefined) value.refuse(`${show(value.value)} ${wrong}`, 'make the default fit its schema');
}
