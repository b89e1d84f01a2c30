import { check, readText } from '../../lib/validation';
import { redacted } from '../../lib/validation/redact';

const SECRET = {
  kind: 'Secret',
  data: { a: 'aHVudGVyMg==' },
  stringData: { b: 'top "secret" text, long', c: 1234567 },
};
const POD = {
  kind: 'Pod',
  spec: {
    containers: [
      {
        env: [
          { name: 'HF_TOKEN', value: 'hf_abcdefgh' },
          { name: 'NAMESPACE', value: 'default' },
          { name: 'X', value: 'sk-12345' },
        ],
      },
    ],
  },
};

test.each<[string, object, string, string]>([
  ['data as it is written', SECRET, 'got "aHVudGVyMg=="', 'got "<12 characters>"'],
  ['data as it is meant', SECRET, 'got hunter2', 'got <7 characters>'],
  ['text with quotes', SECRET, 'got "top \\"secret\\" text, long"', 'got "<25 characters>"'],
  ['text that is cut off', SECRET, 'got top "secret" te… here', 'got <23 characters>… here'],
  ['a short text', { kind: 'Secret', stringData: { a: 'abc' } }, 'abc is, abcd is', '<3 characters> is, abcd is'],
  ['a number', SECRET, '1234567 is a number', '<7 characters> is a number'],
  ['a variable with a secret name', POD, 'hf_abcdefgh is', '<11 characters> is'],
  ['a variable with a secret value', POD, 'sk-12345 is', '<8 characters> is'],
  ['any other variable', POD, 'in namespace default', 'in namespace default'],
  ['a ConfigMap', { kind: 'ConfigMap', data: { a: 'hunter2' } }, 'hunter2', 'hunter2'],
])('%s', (_, object, text, expected) => expect(redacted(text, object)).toBe(expected));

test.each([
  'kind: Secret\nmetadata: {name: a}\ndata: {token: MARKERMARKER!}\n',
  'kind: Secret\nmetadata: {name: a}\nstringData: {token: {x: MARKERMARKER}}\n',
  'kind: Secret\nmetadata: {name: a}\nstringData: MARKERMARKER\n',
  'kind: Secret\nmetadata: {name: a}\nstringData: {password: "MARKERMARKER, x: [1\n',
  'kind: Secret\nmetadata: {name: a}\nstringData:\n  password: MARKERMARKER: x\n',
  'kind: Secret\nmetadata: {name: a}\nstringData:\n  - MARKERMARKER\n  b: c\n',
  'kind: Secret\nmetadata: {name: a}\nstringData: {a: !!int MARKERMARKER}\n',
  'kind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: "https://bob:MARKERMARKER@host/x"}]}\n',
  'kind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: a, env: [{name: API_KEY, value: [MARKERMARKER]}]}]}\n',
])('no diagnostic shows the secret of %j', (text) => {
  const diagnostics = check(readText(`apiVersion: v1\n${text}`));
  expect(diagnostics.length).toBeGreaterThan(0);
  expect(JSON.stringify(diagnostics)).not.toContain('MARKER');
});

test('control characters of a file are escaped in every field', () => {
  const text = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: "a\\e[2J"}\ndata: {"b\\x9b": 5}\n';
  const diagnostics = check(readText(text, 'file\u001b.yaml'));
  expect(diagnostics.length).toBeGreaterThan(1);
  expect(diagnostics.flatMap((found) => Object.values(found)).join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
});
