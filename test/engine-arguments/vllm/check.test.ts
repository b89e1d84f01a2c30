import { DEFAULT_VLLM, VLLM_VERSIONS, type VllmVersion } from '../../../lib/catalogue/engines/vllm';
import { argumentTable } from '../../../lib/engine-arguments/vllm/argument-table';
import { checkVllmArguments } from '../../../lib/engine-arguments/vllm/check';
import { flagHistory } from '../../../lib/engine-arguments/vllm/flag-history';

const said = (line: string, version: VllmVersion) =>
  checkVllmArguments(line.split(' '), version).map(({ at, message, remedy }) => `${at}: ${message}; ${remedy}`);

test.each<[VllmVersion, string, string[]]>([
  ['0.18.1', 'opt --shutdown-timeout 45', []],
  [
    '0.17.1',
    'opt --shutdown-timeout=45',
    [
      '1: vLLM 0.17.1 has no option --shutdown-timeout, which came with vLLM 0.18; take it away, or use vLLM 0.18 or a newer one',
    ],
  ],
  ['0.12.0', 'opt -O3', []],
  ['0.11.2', 'opt -O3', []],
  ['0.11.2', 'opt -O 2', []],
  ['0.11.2', '--model opt', []],
  [
    '0.10.2',
    '--model opt',
    ['0: `vllm serve` of vLLM 0.10.2 does not take --model; write the model after `vllm serve`, without --model'],
  ],
  ['0.10.2', '--model=opt', []],
  ['0.10.2', 'opt --enable-log-outputs', []],
  [
    '0.11.2',
    'opt --enable-log-outputs',
    ['1: --enable-log-outputs stands without --enable-log-requests; add --enable-log-requests'],
  ],
  ['0.16.0', '--served-model-name a', []],
  [
    '0.17.1',
    '--served-model-name a',
    [
      '0: --served-model-name stands without a model: the first word is --served-model-name, not a model; write the model as the first word after `vllm serve`',
    ],
  ],
  ['0.29.0', 'opt --kv-transfer-config {"kv_role":"any"}', []],
  ['0.20.2', 'opt --kv-transfer-config {"kv_connector_extra_config":{"bytes":80m}}', []],
  [
    '0.19.1',
    'opt --kv-transfer-config {"kv_connector_extra_config":{"bytes":80m}}',
    [
      '2: --kv-transfer-config is "{\\"kv_connector_extra_config\\":{\\"bytes\\":80m}}", expected JSON of an object; correct the value of --kv-transfer-config',
    ],
  ],
  [
    '0.29.0',
    'opt --kv-transfer-config []',
    ['2: --kv-transfer-config is "[]", expected JSON of an object; correct the value of --kv-transfer-config'],
  ],
  ['0.33.0', 'opt --reasoning-parser None', []],
  ['0.33.0', 'opt --reasoning-effort-map {"low":"short","max":"long"}', []],
  ['0.33.0', 'opt --disable-lora --no-enable-eplb --enable-sliding-window --disable-log-requests', []],
  ...['{"least":"short"}', '{"low":1}', '[]', '1'].map((map): [VllmVersion, string, string[]] => [
    '0.33.0',
    `opt --reasoning-effort-map=${map}`,
    [
      '1: --reasoning-effort-map is no JSON object of reasoning efforts and texts; write an object whose keys are of none, minimal, low, medium, high, xhigh, max',
    ],
  ]),
])('%s: %s', (version, line, expected) => expect(said(line, version)).toEqual(expected));

test('no remedy names an option that the version does not have', () => {
  const flags = new Set([
    ...Object.keys(DEFAULT_VLLM.removedFlags),
    ...VLLM_VERSIONS.flatMap((version) => argumentTable(version).options.flatMap((option) => option.flags)),
  ]);
  const wrong = VLLM_VERSIONS.flatMap((version) => {
    const { byFlag } = argumentTable(version);
    return [...flags].flatMap((flag) => {
      const [refusal] = checkVllmArguments(['opt', flag], version);
      const named = refusal?.kind === 'flag' ? (refusal.remedy.match(/--[\w-]+/g) ?? []) : [];
      return named.filter((name) => !byFlag.has(name)).map((name) => `${version} ${flag}: ${name}`);
    });
  });
  expect(wrong).toEqual([]);
});

test('every option that was removed says in which version', () => {
  for (const version of VLLM_VERSIONS) {
    const { byFlag } = argumentTable(version);
    const gone = argumentTable('0.10.2').options.flatMap(({ flags: [flag] }) => (byFlag.has(flag) ? [] : [flag]));
    for (const flag of gone) {
      const [{ message }] = checkVllmArguments(['opt', flag], version);
      const [{ removedIn }] = flagHistory(flag);
      expect(message).toBe(`vLLM ${version} has no option ${flag}, which was removed in vLLM ${removedIn}`);
    }
  }
});
