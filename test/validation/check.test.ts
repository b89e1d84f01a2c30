import { check, readText, verdictOf, type Finding } from '../../lib/validation';

const TWICE = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x, name: x}\n';

describe('check', () => {
  test('finds what is wrong in the text and in the objects', () => {
    expect(check(readText(`${TWICE}color: red\n`)).map(({ code }) => code)).toEqual([
      'LLMD-YAML-DUPLICATE-KEY',
      'LLMD-UNKNOWN-FIELD',
    ]);
  });

  test('accepts findings of both', () => {
    const acknowledged = ['LLMD-YAML-DUPLICATE-KEY', 'LLMD-UNKNOWN-FIELD'].map((code) => ({ code, reason: 'a test' }));
    expect(check(readText(`${TWICE}color: red\n`), { acknowledged })).toEqual([]);
  });

  test('says so where there is nothing to accept', () => {
    const acknowledged = [{ code: 'LLMD-YAML-DUPLICATE-KEY', reason: 'a test' }];
    expect(check(readText('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n'), { acknowledged })).toMatchObject([
      { code: 'LLMD-ACKNOWLEDGEMENT-UNUSED' },
    ]);
  });
});

describe('verdictOf', () => {
  const finding = (code: string, severity: Finding['severity']) => ({ code, severity }) as Finding;
  const [error, warning, note] = (['error', 'warning', 'note'] as const).map((severity) => finding('LLMD-X', severity));

  test.each<[string, readonly Finding[], boolean, string]>([
    ['nothing', [], true, 'passed'],
    ['notes', [note], true, 'passed'],
    ['a warning', [warning], false, 'passed'],
    ['a warning, strictly', [note, warning], true, 'failed'],
    ['an error', [warning, error], false, 'failed'],
    ['what was not read', [error, finding('LLMD-YAML', 'error')], false, 'unread'],
    ['an empty file beside others', [finding('LLMD-EMPTY', 'note')], true, 'passed'],
  ])('%s', (_, findings, strict, verdict) => expect(verdictOf(findings, { strict })).toBe(verdict));
});
