import { readFileSync } from 'node:fs';
import { check, readText, verdictOf, type Diagnostic } from '../../lib/validation';
import { grouped } from '../../lib/text/grouped';

const TWICE = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x, name: x}\n';

describe('check', () => {
  test('reports diagnostics of the text and of the objects', () => {
    expect(check(readText(`${TWICE}color: red\n`)).map(({ code }) => code)).toEqual([
      'LLMD-YAML-DUPLICATE-KEY',
      'LLMD-UNKNOWN-FIELD',
    ]);
  });

  test('accepts diagnostics of both', () => {
    const acknowledged = ['LLMD-YAML-DUPLICATE-KEY', 'LLMD-UNKNOWN-FIELD'].map((code) => ({ code, reason: 'a test' }));
    expect(check(readText(`${TWICE}color: red\n`), { acknowledged })).toEqual([]);
  });

  test('reports an acknowledgement without a diagnostic', () => {
    const acknowledged = [{ code: 'LLMD-YAML-DUPLICATE-KEY', reason: 'a test' }];
    expect(check(readText('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n'), { acknowledged })).toMatchObject([
      { code: 'LLMD-ACKNOWLEDGEMENT-UNUSED' },
    ]);
  });
});

describe('many copies of a set', () => {
  const copies = 60;
  const objects = readText(readFileSync('dist/llm-d.k8s.yaml', 'utf8')).inputs;
  const reading = { inputs: Array.from({ length: copies }, () => objects).flat(), diagnostics: [] };

  // Each Gateway with each route, pool and pod of all copies would be their number to the fourth.
  test('reports only the duplicates', () => {
    expect(check({ inputs: objects, diagnostics: [] })).toEqual([]);
    const found = grouped(check(reading), ({ code }) => code);
    expect([...found].map(([code, { length }]) => [code, length])).toEqual([
      ['LLMD-DUPLICATE-OBJECT', (copies - 1) * objects.length],
    ]);
  });

  test('reports its progress', () => {
    const shares: number[] = [];
    check(reading, { onProgress: (share) => shares.push(share) });
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    expect([shares[0], shares.at(-1)]).toEqual([0, 1]);
  });
});

describe('verdictOf', () => {
  const diagnostic = (code: string, severity: Diagnostic['severity']) => ({ code, severity }) as Diagnostic;
  const [error, warning, note] = (['error', 'warning', 'note'] as const).map((severity) =>
    diagnostic('LLMD-X', severity),
  );

  test.each<[string, readonly Diagnostic[], boolean, string]>([
    ['nothing', [], true, 'passed'],
    ['notes', [note], true, 'passed'],
    ['a warning', [warning], false, 'passed'],
    ['a warning, strictly', [note, warning], true, 'failed'],
    ['an error', [warning, error], false, 'failed'],
    ['what was not read', [error, diagnostic('LLMD-YAML', 'error')], false, 'unread'],
    ['an empty file beside others', [diagnostic('LLMD-EMPTY', 'note')], true, 'passed'],
  ])('%s', (_, diagnostics, strict, verdict) => expect(verdictOf(diagnostics, { strict })).toBe(verdict));
});
