/**
 * The first of these fields that an answer does not have; undefined if it has all of them. A field is a path:
 * `spec.ports[].port` is in each object of a list, and what comes after `?` may be missing: `status.conditions?[]`.
 */
export function missingField(answer: unknown, fields: readonly string[]): string | undefined {
  return fields.find((field) => !hasField(answer, field.split('.')));
}

function hasField(value: any, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return true;
  const [, name, optional, list] = /^(\w+)(\?)?(\[\])?$/.exec(step)!;
  const found = value?.[name];
  if (found === undefined || found === null) return optional !== undefined;
  if (list === undefined) return hasField(found, rest);
  return (
    Array.isArray(found) && found.every((item) => typeof item === 'object' && item !== null && hasField(item, rest))
  );
}
