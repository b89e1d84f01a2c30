import { showPath } from '../../../lib/text/path';
import { checkKubernetes } from '../../../lib/api-server/kubernetes';
import { validObject } from './objects';

/** New values by their places; undefined removes a place. */
export interface Changes {
  readonly [place: string]: unknown;
}

/** A change and its violations, each as `place: message`, with `CODE ` before it where it is not the usual one. */
export type Case = readonly [changes: Changes, ...violations: string[]];

/** The object with changes at places such as `spec.ports[0].name`. */
export function changed(object: any, changes: Changes): any {
  for (const [place, value] of Object.entries(changes)) {
    const steps = [...place.matchAll(/\["([^"]+)"\]|\[(\d+)\]|([^.[\]]+)/g)].map(
      ([, key, index, name]) => key ?? index ?? name,
    );
    const last = steps.pop()!;
    const parent = steps.reduce((at, step) => (at[step] ??= {}), object);
    if (value !== undefined) parent[last] = value;
    else if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else delete parent[last];
  }
  return object;
}

/** `CODE place: message` for each violation. */
export function violationsOf(object: any): string[] {
  const group = object.apiVersion.includes('/') ? object.apiVersion.split('/')[0] : '';
  return checkKubernetes({ group, kind: object.kind, object }).map(
    ({ code, path, message }) => `${code} ${showPath(path)}: ${message}`,
  );
}

/** Which of the valid objects is changed, where the places of the cases begin, and the usual code. */
export interface Subject {
  readonly code: string;
  readonly kind: string;
  readonly name?: string;
  readonly below?: string;
}

/** Tests the cases on a valid object. */
export function testCases({ code, kind, name, below = '' }: Subject, cases: readonly Case[]): void {
  const titled = cases.map(([changes, ...violations]) => [title(changes), changes, violations] as const);
  test.each(titled)('%s', (_title, changes, violations) => {
    const placed = Object.fromEntries(Object.entries(changes).map(([place, value]) => [below + place, value]));
    const found = violationsOf(changed(validObject(kind, name), placed));
    expect(found.map((violation) => violation.replace(`${code} `, '').replace(below, ''))).toEqual(violations);
  });
}

function title(changes: Changes): string {
  const text = Object.entries(changes).map(
    ([place, value]) => `${place} ${value === undefined ? 'gone' : JSON.stringify(value)}`,
  );
  return text.join(', ').slice(0, 120);
}
