import { batchesOf, type ObjectStep } from '../../../lib/exercises/guide/apply';

test('definitions are apart from what comes before and after', () => {
  const kinds = ['Namespace', 'CustomResourceDefinition', 'CustomResourceDefinition', 'Role', 'Deployment'];
  const steps = kinds.map((kind) => ({ object: { kind }, action: 'create' }) as ObjectStep);
  expect(batchesOf(steps).map((batch) => batch.length)).toEqual([1, 2, 2]);
});
