import { EPP_PREFIX_INDEX } from '../../../../lib/validation/rules/endpoint-picker/prefix-index';
import { messages } from '../../../support/diagnostics';
import { deployment, pickerContainer, pool, vllm } from '../../../support/manifests';

function check(plugin: object, container: object): string[] {
  const text = `--config-text=${JSON.stringify({ plugins: [plugin] })}`;
  return messages(
    [EPP_PREFIX_INDEX],
    [
      pool('opt', 'llm'),
      deployment('epp', { containers: [pickerContainer(['--pool-name=opt', text])] }),
      deployment('llm', { containers: [container] }),
    ],
  );
}

const index = (parameters?: object) => ({ type: 'precise-prefix-cache-producer', parameters });
const tokens = (tokenProcessorConfig: object) => index({ tokenProcessorConfig });
const events = (kvEventsConfig: object) => index({ kvEventsConfig });
const sending = (config: object) => vllm({ args: [`--kv-events-config=${JSON.stringify(config)}`] });
const seed = (value: string) => vllm({ env: [{ name: 'PYTHONHASHSEED', value }] });
const BLOCKS = vllm({ args: ['--block-size=64'] });

test('a difference', () => {
  expect(check(tokens({ blockSizeTokens: 32 }), BLOCKS)).toEqual([
    expect.stringMatching(
      /: tokenProcessorConfig.blockSizeTokens is 32, and container vllm of Deployment default\/llm has --block-size 64$/,
    ),
  ]);
});

test.each<[string, object, object, number]>([
  ['the same size', tokens({ blockSizeTokens: 64 }), BLOCKS, 0],
  ['the default size', index(), BLOCKS, 1],
  ['the old name', tokens({ blockSize: 64 }), BLOCKS, 0],
  ['a size that vLLM chooses', tokens({ blockSizeTokens: 32 }), vllm(), 0],
  ['another producer', { type: 'approx-prefix-cache-producer' }, BLOCKS, 0],
  ['the same seed', tokens({ hashSeed: '42' }), seed('42'), 0],
  ['another seed', tokens({ hashSeed: '42' }), seed('0'), 1],
  ['no seed in vLLM', tokens({ hashSeed: '42' }), vllm(), 1],
  ['no seed in the index', tokens({}), seed('42'), 0],
  ['the default port', events({}), sending({ endpoint: 'tcp://*:5557' }), 0],
  ['another port', events({}), sending({ endpoint: 'tcp://*:5556' }), 1],
  ['the port', events({ podDiscoveryConfig: { socketPort: 5556 } }), sending({ endpoint: 'tcp://*:5556' }), 0],
  ['an endpoint', events({ zmqEndpoint: 'tcp://*:5557' }), sending({ endpoint: 'tcp://epp:5556' }), 0],
  ['a topic', events({}), sending({ topic: 'kv@$(POD_IP):8000@opt' }), 0],
  ['another topic', events({}), sending({ topic: 'events' }), 1],
  ['the topic of its own', events({ topicFilter: 'events' }), sending({ topic: 'events' }), 0],
])('%s', (_, plugin, container, count) => {
  expect(check(plugin, container)).toHaveLength(count);
});
