import { type Identity, validate } from '../../lib/validation';
import type { KubeObject } from './objects';

/** What validation finds in a complete set of objects, each as `CODE: message`. `external` are in the cluster already. */
export function findings(objects: readonly KubeObject[], external: readonly Identity[] = []): string[] {
  return validate(
    objects.map((object) => ({ object })),
    { closed: true, external },
  ).map(({ code, message }) => `${code}: ${message}`);
}
