import { showPath } from '../../lib/text/path';
import { showResource } from '../../lib/api-server/resource';
import { FILE_KINDS } from '../../lib/validation/file-kinds';
import { ResourceSet } from '../../lib/validation/resource-set';
import type { Rule, Violation } from '../../lib/validation/rule';
import { DUPLICATE_OBJECT } from '../../lib/validation/rules/set/duplicate-object';
import { checkStructure } from '../../lib/api-server/check-object';

type SetOptions = ConstructorParameters<typeof ResourceSet>[1];

/** The violations of some objects, each as `CODE path: message; remedy`. */
export function diagnostics(rules: readonly Rule[], objects: readonly object[], options?: SetOptions): string[] {
  return check(rules, objects, options, ({ message, remedy }) => `: ${message}; ${remedy}`);
}

/** The violations of some objects without remedies, each as `CODE path: message`. */
export function messages(rules: readonly Rule[], objects: readonly object[], options?: SetOptions): string[] {
  return check(rules, objects, options, ({ message }) => `: ${message}`);
}

/** The places of violations, each as `CODE path`. */
export function places(rules: readonly Rule[], objects: readonly object[], options?: SetOptions): string[] {
  return check(rules, objects, options, () => '');
}

function check(
  rules: readonly Rule[],
  objects: readonly object[],
  options: SetOptions,
  text: (violation: Violation) => string,
): string[] {
  const set = new ResourceSet(
    objects.flatMap((object) => checkStructure({ object }, { files: FILE_KINDS }).resource ?? []),
    options,
  );
  // Rules use only the first of two objects with the same name, so that the second would have no effect in a test.
  if (set.duplicates.length > 0 && !rules.includes(DUPLICATE_OBJECT)) {
    throw new Error(`twice: ${set.duplicates.map(({ resource }) => showResource(resource)).join(', ')}`);
  }
  return rules.flatMap((rule) =>
    [...rule.check(set)].map((violation) => `${rule.code} ${showPath(violation.path)}${text(violation)}`),
  );
}
