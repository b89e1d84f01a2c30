import { check, readText, reportGithub, reportJson, reportText } from '../../lib/validation';

/*
 * A diagnostic about a text within an object, such as an EndpointPickerConfig in a ConfigMap, has the line of the file.
 * In each file, the line that is marked by `unknown-type` is the wrong one.
 */

const META = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: epp }\n';
const HEAD = 'kind: EndpointPickerConfig\nplugins:\n';
const WRONG = '- type: unknown-type';
const indented = (text: string, by = 4) => text.replace(/^(?=.)/gm, ' '.repeat(by));
const asJson = (data: string) =>
  JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'epp' }, data: { text: data } }, null, 2);

const container = (args: string) =>
  `apiVersion: v1
kind: Pod
metadata: { name: epp, labels: { app: epp } }
spec:
  containers:
    - name: epp
      image: ghcr.io/llm-d/llm-d-router-endpoint-picker:v0.10.0
      env: [{ name: CONFIG, value: "${`${HEAD}${WRONG}`.replaceAll('\n', '\\n')}" }]
      args:
${indented(args, 8)}`;

const FILES: readonly (readonly [what: string, text: string])[] = [
  ['a literal block', `${META}data:\n  text: |\n${indented(`${HEAD}${WRONG}`)}\n`],
  ['a deeper literal block', `${META}data:\n  text: |\n${indented(`${HEAD}${WRONG}`, 9)}\n`],
  ['a literal block with |2', `${META}data:\n  text: |2\n${indented(`${HEAD}${WRONG}`)}\n`],
  ['a literal block with |-', `${META}data:\n  text: |-\n${indented(`${HEAD}# no\n\n${WRONG}`)}\n`],
  ['a quoted scalar on one line', `${META}data:\n  a: b\n  text: "${HEAD.replaceAll('\n', '\\n')}${WRONG}"\n`],
  ['a quoted scalar on several lines', `${META}data:\n  text: "${HEAD.replaceAll('\n', '\\n\\\n    ')}${WRONG}"\n`],
  ['a folded block', `${META}data:\n  text: >\n${indented(`${HEAD}${WRONG}`.replaceAll('\n', '\n\n'))}\n`],
  ['JSON', asJson(`${HEAD}${WRONG}`)],
  [
    'a List',
    `apiVersion: v1\nkind: List\nitems:\n- a: 1\n-\n${indented(`${META}data:\n  text: |\n${indented(HEAD + WRONG)}`, 2)}`,
  ],
  ['the second document', `a: 1\n---\n${META}data:\n  text: |\n${indented(`${HEAD}${WRONG}`)}\n`],
  ['a stream of JSON', `{"a": 1}\n${asJson(`${HEAD}${WRONG}`)}\n`],
  ['an argument', container(`- --config-text\n- |\n${indented(`${HEAD}${WRONG}`, 2)}`)],
  ['the end of an argument', container(`- |\n  --config-text=kind: EndpointPickerConfig\n  plugins:\n  ${WRONG}`)],
];

const diagnosticsOf = (text: string) =>
  check(readText(text, 'a.yaml')).filter(({ code }) => code === 'LLMD-EPP-CONFIG-PLUGIN-TYPE');

test.each(FILES)('%s', (_, text) => {
  const diagnostics = diagnosticsOf(text);
  expect(diagnostics).toHaveLength(1);
  const lines = text.split('\n');
  const line = lines.findIndex((content) => content.includes('unknown-type') && !content.includes('env:')) + 1;
  expect(reportText(diagnostics, { objects: 1 })).toContain(`(a.yaml:${line})`);
  expect(JSON.parse(reportJson(diagnostics))).toMatchObject([{ file: 'a.yaml', line }]);
  expect(reportGithub(diagnostics)).toContain(`file=a.yaml,line=${line},`);
  expect(diagnostics[0].message).toMatch(/^plugins\[0\]\.type: there is no plugin type unknown-type/);
});

test('a text from a variable has no line of its own in the file', () => {
  const text = container('- --config-text=$(CONFIG)');
  const [{ line, message }] = diagnosticsOf(text);
  expect(line).toBe(text.split('\n').findIndex((content) => content.includes('$(CONFIG)')) + 1);
  expect(message).toMatch(/^line 3 of the text, plugins\[0\]\.type: /);
});

test('where there is no file, the message has the line of the text', () => {
  const inputs = readText(FILES[0][1]).inputs.map(({ object }) => ({ object }));
  const [{ line, message }] = check({ inputs, diagnostics: [] });
  expect([line, message]).toEqual([undefined, expect.stringMatching(/^line 3: plugins\[0\]\.type: /)]);
});

test.each<[string, string, number]>([
  ['a comma that is missing', '{\n  "kind": "EndpointPickerConfig"\n  "plugins": []\n}', 3],
  ['an end that is missing', '{\n  "kind": "EndpointPickerConfig",\n  "plugins": [\n', 3],
])('%s in a JSON configuration has its line', (_, json, lineOfText) => {
  const text = container(`- --config-text\n- |\n${indented(json, 2)}\n`);
  const start = text.split('\n').findIndex((content) => content.endsWith('- |')) + 1;
  const found = check(readText(text, 'a.yaml')).filter(({ code }) => code === 'LLMD-EPP-CONFIG-SYNTAX');
  expect(found).toMatchObject([{ line: start + lineOfText, message: expect.not.stringMatching(/position|line \d/) }]);
});
