import { batchesOf } from '../../../lib/exercises/guide/apply';
import type { KubernetesObject } from '../../../lib/exercises/guide/objects';

test('definitions are apart from what comes before and after', () => {
  const kinds = ['Namespace', 'CustomResourceDefinition', 'CustomResourceDefinition', 'Role', 'Deployment'];
  const objects = kinds.map((kind) => ({ kind }) as KubernetesObject);
  expect(batchesOf(objects).map((batch) => batch.length)).toEqual([1, 2, 2]);
});
