import { EPP_ROLE } from '../../../../lib/validation/rules/endpoint-picker/role';
import { messages } from '../../../support/diagnostics';
import { deployment, pickerContainer, pool, simulator } from '../../../support/manifests';

const PICKER = 'llm-d/llm-d-router-endpoint-picker';

/** Pods with these labels, and a picker with one profile for each filter. */
function check(filters: readonly object[], pods: readonly object[], image = `${PICKER}:v0.10.0`): string[] {
  const named = filters.map((filter, index) => ({ name: `f${index}`, ...filter }));
  const config = {
    plugins: named,
    schedulingProfiles: named.map(({ name }) => ({ name: `p-${name}`, plugins: [{ pluginRef: name }] })),
  };
  return messages(
    [EPP_ROLE],
    [
      pool('opt', 'llm'),
      deployment('epp', {
        containers: [pickerContainer(['--pool-name=opt', `--config-text=${JSON.stringify(config)}`], image)],
      }),
      ...pods.map((labels, index) =>
        deployment(`s${index}`, { containers: [simulator()] }, { labels: { app: 'llm', ...labels } }),
      ),
    ],
  );
}

const role = (value: string) => ({ 'llm-d.ai/role': value });
const [PREFILL, DECODE, ENCODE] = ['prefill', 'decode', 'encode'].map((type) => ({ type: `${type}-filter` }));

test('a role that no filter knows', () => {
  expect(check([PREFILL, DECODE], [role('prefiller'), role('decode')])).toEqual([
    'LLMD-EPP-ROLE spec.template.metadata.labels["llm-d.ai/role"]: no scheduling profile of container epp keeps these pods, which have llm-d.ai/role prefiller: f0 keeps llm-d.ai/role prefill, encode-prefill, prefill-decode, encode-prefill-decode or both and f1 keeps llm-d.ai/role decode, prefill-decode, encode-prefill-decode or both, and pods without it',
  ]);
});

test('a profile without pods', () => {
  expect(check([PREFILL, DECODE], [role('decode'), {}])).toEqual([
    expect.stringMatching(
      /^LLMD-EPP-ROLE .*schedulingProfiles\[0\]: profile p-f0 keeps no pod of InferencePool opt: f0 keeps .*, and Deployment default\/s0 has llm-d.ai\/role decode and Deployment default\/s1 has no label llm-d.ai\/role$/,
    ),
  ]);
});

const TIER = { type: 'by-label', parameters: { label: 'tier', validValues: ['gold', 'silver'] } };
const SELECTOR = { type: 'label-selector-filter', parameters: { matchLabels: { tier: 'gold' } } };

test.each<[string, object[], object[], number]>([
  ['both roles', [PREFILL, DECODE], [role('prefill'), role('decode')], 0],
  ['one pod for both', [PREFILL, DECODE], [role('prefill-decode')], 0],
  ['both, before v0.11', [PREFILL, DECODE], [role('both')], 0],
  ['decode without a label', [DECODE], [{}], 0],
  ['prefill without a label', [PREFILL], [{}], 1],
  ['encode', [ENCODE, PREFILL, DECODE], [role('encode'), role('prefill'), role('decode')], 0],
  ['encode and both', [ENCODE], [role('both')], 1],
  ['by label', [TIER], [{ tier: 'silver' }], 0],
  ['by a label that is not there', [TIER], [{}], 1],
  [
    'by a label that need not be there',
    [{ ...TIER, parameters: { ...TIER.parameters, allowsNoLabel: true } }],
    [{}],
    0,
  ],
  ['by a selector', [SELECTOR], [{ tier: 'gold' }], 0],
  ['by a selector without match', [SELECTOR], [{ tier: 'silver' }], 1],
  ['a profile without filter', [DECODE, { type: 'queue-scorer' }], [role('prefiller')], 1],
  ['no filters', [{ type: 'queue-scorer' }], [role('prefiller')], 0],
  ['no profiles', [], [role('prefiller')], 0],
  ['no pods', [PREFILL], [], 0],
])('%s', (_, filters, pods, count) => {
  expect(check(filters, pods)).toHaveLength(count);
});

test.each([
  [`${PICKER}:v0.11.0`, 1],
  [`${PICKER}:v0.12.1`, 1],
  [`${PICKER}:v0.9.0`, 0],
])('both with %s', (image, count) => {
  expect(check([DECODE], [role('both')], image)).toHaveLength(count);
});
