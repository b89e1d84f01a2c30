import { args, DRAIN, FIRST, LOG } from '../../support/vllm';

describe('LoRA adapters', () => {
  const adapter = (name: string, source: string, rank?: number): any => ({ name, source, rank });

  test.each<[string, any[], string[]]>([
    ['no rank', [adapter('sql', 'org/sql')], ['--enable-lora', '--lora-modules', 'sql=org/sql']],
    [
      'the next rank that vLLM takes',
      [adapter('a', '/a', 20), adapter('b', '/b')],
      ['--enable-lora', '--max-lora-rank=32', '--lora-modules', 'a=/a', 'b=/b'],
    ],
    ['a path with "="', [adapter('a', '/a=1')], ['--enable-lora', '--lora-modules', '{"name":"a","path":"/a=1"}']],
  ])('%s', (_, adapters, added) => {
    expect(args({}, { adapters })).toEqual([...FIRST, LOG, DRAIN, ...added]);
  });

  test('a rank that vLLM does not take', () => {
    expect(() => args({}, { adapters: [adapter('a', '/a', 1024)] })).toThrow(/^LLMD-ENGINE-LORA-RANK.*up to 512/);
  });
});
