import { readText } from '../../../lib/validation';

describe('size', () => {
  const MEBIBYTE = 1024 * 1024;
  const configMap = (bytes: number) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata: {a: ${'x'.repeat(bytes)}}\n`;

  test.each<[string, string, string[]]>([
    [
      '3 MiB are too much',
      configMap(3 * MEBIBYTE),
      ['LLMD-YAML-SIZE 1 the object has 3.00 MiB of JSON, and an API server reads 3.00 MiB of JSON'],
    ],
    ['a little less is not', configMap(3 * MEBIBYTE - 100), []],
    [
      '16 MiB are not parsed',
      configMap(16 * MEBIBYTE),
      ['LLMD-YAML-SIZE 1 the object has 16.00 MiB of text, and an API server reads 3.00 MiB of JSON'],
    ],
    ['comments do not count', `# ${'x'.repeat(4 * MEBIBYTE)}\na: 1`, []],
    [
      'aliases count',
      `a: &x ${'x'.repeat(MEBIBYTE)}\nb: [*x, *x, *x]`,
      ['LLMD-YAML-SIZE 1 the object has 4.00 MiB of JSON, and an API server reads 3.00 MiB of JSON'],
    ],
  ])('%s', (_, text, diagnostics) => {
    expect(readText(text).diagnostics.map(({ code, line, message }) => `${code} ${line} ${message}`)).toEqual(
      diagnostics,
    );
  });

  test('the objects of a list are sent one by one', () => {
    const item = `- ${configMap(2 * MEBIBYTE)
      .trimEnd()
      .replaceAll('\n', '\n  ')}\n`;
    const large = `- ${configMap(4 * MEBIBYTE)
      .trimEnd()
      .replaceAll('\n', '\n  ')}\n`;
    const { inputs, diagnostics } = readText(`apiVersion: v1\nkind: List\nitems:\n${item.repeat(8)}${large}`);
    expect(inputs).toHaveLength(1);
    expect(diagnostics).toMatchObject([{ code: 'LLMD-YAML-SIZE', kind: 'ConfigMap', name: 'x', line: 36 }]);
  });
});

/** The result: every object with its document, and every diagnostic. */
function read(text: string) {
  const { inputs, diagnostics } = readText(text, 'a.yaml');
  return {
    objects: inputs.map(({ object, origin }) => [origin?.document, object]),
    diagnostics: diagnostics.map(({ code, line, document, message }) => `${code} ${document}:${line} ${message}`),
  };
}

describe('documents', () => {
  test.each<[string, string, unknown[]]>([
    ['one', 'a: 1', [[1, { a: 1 }]]],
    [
      'several',
      'a: 1\n---\nb: 2\n---\nc: 3\n',
      [
        [1, { a: 1 }],
        [2, { b: 2 }],
        [3, { c: 3 }],
      ],
    ],
    ['a separator at the beginning', '---\na: 1', [[1, { a: 1 }]]],
    ['a comment above the first separator', '# licence\n---\na: 1', [[1, { a: 1 }]]],
    [
      'separators with comments and spaces',
      '---  \na: 1\n--- # next\nb: 2',
      [
        [1, { a: 1 }],
        [2, { b: 2 }],
      ],
    ],
    [
      'empty ones count',
      'a: 1\n---\n# nothing\n---\n---\nb: 2',
      [
        [1, { a: 1 }],
        [4, { b: 2 }],
      ],
    ],
    ['null ones count', '~\n---\na: 1', [[2, { a: 1 }]]],
    ['a mark at the end', 'a: 1\n...\n', [[1, { a: 1 }]]],
    ['only a mark', '...\n---\na: 1', [[2, { a: 1 }]]],
    [
      'line ends of Windows',
      'a: 1\r\n---\r\nb: |\r\n  x\r\n  y\r\n',
      [
        [1, { a: 1 }],
        [2, { b: 'x\ny\n' }],
      ],
    ],
    ['a byte order mark', '\uFEFFa: 1', [[1, { a: 1 }]]],
    ['YAML in a block scalar', 'a: |\n  ---\n  b: 1\n', [[1, { a: '---\nb: 1\n' }]]],
    ['no object at all', 'text', [[1, 'text']]],
    ['JSON', '{"a": "\\ud83d\\ude00\\/", "b": [1e2, true, null]}', [[1, { a: '😀/', b: [100, true, null] }]]],
    ['JSON with tabs', '{\n\t"a": [\n\t\t1\n\t]\n}\n', [[1, { a: [1] }]]],
    [
      'a stream of JSON',
      '{"a": "}{"}\n{"b": "\\""} {"c": [{}]}',
      [
        [1, { a: '}{' }],
        [2, { b: '"' }],
        [3, { c: [{}] }],
      ],
    ],
    [
      'JSON and YAML',
      '{"a": 1}\n---\nb: 2',
      [
        [1, { a: 1 }],
        [2, { b: 2 }],
      ],
    ],
    ['YAML in braces', '{a: 1,\n b: yes}', [[1, { a: 1, b: true }]]],
    ['nothing', '', []],
    ['only comments', '# one\n---\n# two\n', []],
  ])('%s', (_, text, objects) => {
    expect(read(text)).toEqual({ objects, diagnostics: [] });
  });
});

describe('text that kubectl reads although it is not valid YAML 1.2', () => {
  test.each<[string, string, unknown]>([
    ['a bracket that closes too far left', 'a: [\n  1,\n]\nb: {\n  c: 2\n}\n', { a: [1], b: { c: 2 } }],
    ['quotes that go on too far left', 'a:\n  b: "x\ny"\n', { a: { b: 'x y' } }],
    ['a tab before a brace', 'a:\t{b: 1}', { a: { b: 1 } }],
    ['tabs in brackets', 'a: {\n\t"b": 1,\n\t\t"c": 2\n}', { a: { b: 1, c: 2 } }],
    ['a tab behind a key', 'a:\t1\n', { a: 1 }],
    ['tabs in text', 'a: |\n  x\n  \ty\nb: "\t"\n', { a: 'x\n\ty\n', b: '\t' }],
  ])('%s', (_, text, object) => {
    expect(read(text)).toEqual({ objects: [[1, object]], diagnostics: [] });
  });
});

describe('anchors', () => {
  test.each<[string, string, unknown]>([
    ['of a scalar', 'a: &x 1\nb: *x', { a: 1, b: 1 }],
    ['of a list', 'a: &x [1]\nb: *x', { a: [1], b: [1] }],
    ['again, with another meaning', 'a: &x 1\nb: &y [*x]\nc: &x 2\nd: *y\ne: *x', { a: 1, b: [1], c: 2, d: [1], e: 2 }],
    ['as a key', 'a: &x b\n*x : 1', { a: 'b', b: 1 }],
    ['merged', 'a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3', { a: { b: 1, c: 2 }, d: { b: 1, c: 3 } }],
    ['merged behind a key, which they override', 'a: &x {b: 1}\nd:\n  b: 2\n  <<: *x', { a: { b: 1 }, d: { b: 1 } }],
    ['merged from a list, whose first wins', 'a:\n  <<: [{b: 1}, {b: 2, c: 3}]', { a: { b: 1, c: 3 } }],
    ['merged in place', 'a:\n  <<: &x {b: 1}\nc: *x', { a: { b: 1 }, c: { b: 1 } }],
    ['that quotes take for a key', '"<<": {a: 1}', { '<<': { a: 1 } }],
  ])('%s', (_, text, object) => {
    expect(read(text)).toEqual({ objects: [[1, object]], diagnostics: [] });
  });

  test('every place has a value of its own', () => {
    const [{ object }] = readText('a: &x {b: 1}\nc: *x').inputs as { object: any }[];
    object.a.b = 2;
    expect(object.c.b).toBe(1);
  });

  test('exponential aliases are refused before they are expanded', () => {
    const levels = Array.from({ length: 30 }, (_, level) => `a${level + 1}: &a${level + 1} [*a${level}, *a${level}]`);
    const { objects, diagnostics } = read(`a0: &a0 boom\n${levels.join('\n')}`);
    expect(objects).toEqual([]);
    expect(diagnostics).toEqual([expect.stringContaining('its aliases stand for more than kubectl reads')]);
  });

  test('a document may have a thousand aliases', () => {
    const { inputs } = readText(`a: &x {b: 1}\nlist:\n${'- *x\n'.repeat(1000)}`);
    expect((inputs[0].object as any).list).toHaveLength(1000);
  });
});

describe('broken', () => {
  test.each<[string, string]>([
    ['a tab as indentation', 'a: 1\n---\nb:\n\tc: 1\n---\nd: 1\n'],
    ['a tab on an empty line', 'a:\n\t\n  b: 1\n'],
    ['a tab before a comment', 'a:\n \t# c\n  b: 1\n'],
    ['a tab behind a dash', 'a:\n  -\tb\n'],
    ['a tab behind brackets', 'a: [\n\t1\n]\nb: 2\n\t\nc: 1\n'],
    ['an open quote', 'a: 1\nb: "open\nc: 2\n'],
    ['an open quote on the only line', 'a: "open'],
    ['an open quote on the last line', 'a: ""\nb: "open'],
    ['an open quote after brackets', 'a: [\n  1\n]\nb: "open\nc: 1\n'],
    ['an open tag', 'a: !<b'],
    ['an open bracket before a quote', 'a: [1\nb: "x"\n'],
    ['an open bracket', 'a:\n  - [1, 2\n  - 3\n'],
    ['cut JSON', '{"a": [\n 1,\n'],
    ['a colon in text', 'a: b: c\n'],
    ['indentation', 'a:\n  b: 1\n c: 2\n'],
    ['a list in a mapping', 'a: 1\n- b\n'],
    ['a character that begins nothing', 'a: @x\n'],
    ['a very long line', `a: b: ${'x'.repeat(200)}\n`],
    ['a template', 'image: {{ .Values.image }}\n'],
    ['a template in a key', '{{- if .Values.on }}\na: 1\n{{- end }}\n'],
    ['an unknown anchor', 'a: *x\n'],
    ['an anchor that contains itself', 'a: &x [*x]\n'],
    ['a merge of a scalar', 'a:\n  <<: 1\n'],
    ['a merge of a list by an alias', 'a: &x [{b: 1}]\nc:\n  <<: *x\n'],
    ['text behind a separator', 'a: 1\n--- b\nc: 1\n'],
    ['text behind an end mark', 'a: 1\n...\nb: 1\n'],
    ['nested too deep', '['.repeat(2000)],
    ['a directive', '%YAML 1.2\n---\na: 1\n'],
    ['two values of JSON, one of which is broken', '{"a": 1}\n{"b": }\n'],
    ['JSON and something else', '{"a": 1} x {"b": 2}\n'],
  ])('%s', (_, text) => {
    const { inputs, diagnostics } = readText(text, 'a.yaml');
    const shown = diagnostics.map(({ code, document, message, remedy }) => [code, document, message, remedy]);
    expect({ read: inputs.map(({ object }) => object), diagnostics: shown }).toMatchSnapshot();
  });

  test('the line of a diagnostic is the line of the file', () => {
    expect(readText('a: 1\n---\n\nb: c: d\n').diagnostics).toMatchObject([{ line: 4, document: 2 }]);
  });
});

describe('duplicate keys', () => {
  test('are reported with both lines, and the last value counts', () => {
    const text = 'a: 1\n---\nkind: ConfigMap\nmetadata:\n  name: x\n  labels: {p: q}\n  labels: {r: s}\n  name: z\n';
    const { objects, diagnostics } = read(text);
    expect(objects[1]).toEqual([2, { kind: 'ConfigMap', metadata: { name: 'z', labels: { r: 's' } } }]);
    expect(diagnostics).toEqual([
      'LLMD-YAML-DUPLICATE-KEY 2:7 key "labels" is on line 6 and again on line 7',
      'LLMD-YAML-DUPLICATE-KEY 2:8 key "name" is on line 5 and again on line 8',
    ]);
  });

  test('have the object and the path', () => {
    const text = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata: {a: "1", a: "2"}\n';
    expect(readText(text, 'a.yaml').diagnostics).toEqual([
      {
        code: 'LLMD-YAML-DUPLICATE-KEY',
        severity: 'error',
        file: 'a.yaml',
        document: 1,
        line: 4,
        kind: 'ConfigMap',
        namespace: 'default',
        name: 'x',
        path: 'data.a',
        message: 'key "a" is on line 4 and again on line 4',
        remedy: 'leave one of them',
      },
    ]);
  });

  test.each<[string, string, number]>([
    ['in JSON', '{"a": 1, "a": 2}', 1],
    ['spelled differently', '"1": a\n1: b', 1],
    ['in a list', '- {a: 1, a: 2}\n- {b: 1, b: 1}', 2],
    ['three times', 'a: 1\na: 2\na: 3', 2],
    ['a merge is none', 'a: &x {b: 1}\nc:\n  <<: *x\n  b: 2', 0],
    ['in what is merged, once', 'a: &x {b: 1, b: 2}\nc: *x', 1],
    ['the same key elsewhere', 'a: {c: 1}\nb: {c: 1}', 0],
    ['names that objects have by birth', 'toString: 1\nconstructor: 2\n__proto__: 3', 0],
  ])('%s', (_, text, count) => {
    expect(readText(text).diagnostics).toHaveLength(count);
  });
});
