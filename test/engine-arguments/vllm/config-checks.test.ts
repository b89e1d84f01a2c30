import { serveArguments } from '../../../lib/engine-arguments/vllm/serve-arguments';
import { CONFIG_CASES } from './config-cases';

test.each(CONFIG_CASES.map(([flag, json, expected]) => [flag, json, expected ?? 'nothing'] as const))(
  '%s %s: %s',
  (flag, json, expected) => {
    const [refusal] = serveArguments({ words: ['opt', flag, json] }).refusals;
    const said = refusal?.message.split(', expected ').slice(1).join(', expected ') ?? 'nothing';
    expect(said.slice(0, expected.length)).toBe(expected);
    expect(refusal === undefined).toBe(expected === 'nothing');
  },
);
