import { missingField } from '../../../lib/exercises/cluster/answer-fields';

const SERVICE = {
  metadata: { name: 'a' },
  spec: { ports: [{ port: 80 }, { port: 81, name: 'http' }], selector: null },
};

test.each([
  [['metadata.name', 'spec.ports[].port', 'spec.ports', 'spec.ports?[]'], undefined],
  [['status?.conditions?[].type', 'spec.selector?.app', 'spec.loads?[].name'], undefined],
  [['metadata.name', 'metadata.uid'], 'metadata.uid'],
  [['spec.selector'], 'spec.selector'],
  [['spec.ports[].name'], 'spec.ports[].name'],
  [['spec.ports[].name?'], undefined],
  [['metadata[].name'], 'metadata[].name'],
  [['metadata?[]'], 'metadata?[]'],
  [['metadata.name.length.x'], 'metadata.name.length.x'],
])('of %j the first that is missing is %s', (fields, missing) => {
  expect(missingField(SERVICE, fields)).toBe(missing);
});

test.each([[null], [undefined], ['text'], [7], [[]]])('%j has no field', (answer) => {
  expect(missingField(answer, ['metadata?', 'metadata'])).toBe('metadata');
});

test('an item of a list that is no object has no field', () => {
  expect(missingField({ ports: [null] }, ['ports[]'])).toBe('ports[]');
  expect(missingField({ ports: ['a'] }, ['ports[]'])).toBe('ports[]');
});
