import { ApiObject, JsonPatch, Testing } from 'cdk8s';
import { CheckedObject } from '../../lib/kubernetes/checked-object';

const object = () => new CheckedObject(Testing.chart(), 'map', { apiVersion: 'v1', kind: 'ConfigMap' });

test('a patch is applied', () => {
  const patched = object();
  patched.addJsonPatch(JsonPatch.add('/data', { a: '1' }));
  expect(patched.toJson()).toMatchObject({ data: { a: '1' } });
  expect(ApiObject.isApiObject(patched)).toBe(true);
});

test.each([
  ['NaN', JsonPatch.add('/spec', { replicas: [NaN] }), '/spec/replicas/0'],
  ['Infinity', JsonPatch.replace('/kind', Infinity), '/kind'],
])('%s in a patch is refused', (number, patch, path) => {
  expect(() => object().addJsonPatch(patch)).toThrow(
    `LLMD-PATCH-NUMBER at test/map: got ${number} for ${path} in a patch, expected a number that JSON has. ` +
      'Fix: look at the calculation that gives it.',
  );
});
