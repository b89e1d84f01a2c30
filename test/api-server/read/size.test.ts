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
