import { EPP_TOKEN_MODEL } from '../../../../lib/validation/rules/endpoint-picker/token-model';
import { messages } from '../../../support/diagnostics';
import { deployment, pickerContainer, pool, vllm } from '../../../support/manifests';

function check(plugin: object, container: object): string[] {
  const text = `--config-text=${JSON.stringify({ plugins: [plugin] })}`;
  return messages(
    [EPP_TOKEN_MODEL],
    [
      pool('opt', 'llm'),
      deployment('epp', { containers: [pickerContainer(['--pool-name=opt', text])] }),
      deployment('llm', { containers: [container] }),
    ],
  );
}

const ADDRESSED = {
  ...vllm({ args: [`--kv-events-config=${JSON.stringify({ topic: 'kv@$(POD_IP)' })}`] }),
  env: [{ name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } }],
};

const producer = (modelName?: string) => ({
  type: 'token-producer',
  parameters: { modelName, vllm: { url: 'http://a' } },
});

test.each<[string, string | undefined, object, number]>([
  ['the model', 'facebook/opt-125m', vllm(), 0],
  ['another model', 'facebook/opt-350m', vllm(), 1],
  ['the served name', 'opt', vllm({ args: ['--served-model-name=opt'] }), 0],
  ['the id behind a served name', 'facebook/opt-125m', vllm({ args: ['--served-model-name=opt'] }), 0],
  ['another model, and an address in a topic', 'facebook/opt-350m', ADDRESSED, 1],
  ['the model, and an address in a topic', 'facebook/opt-125m', ADDRESSED, 0],
  ['the words of a variable', 'facebook/opt-350m', { ...ADDRESSED, args: ['facebook/opt-125m', '$(POD_IP)'] }, 0],
  ['no name', undefined, vllm(), 0],
  ['a server that is not known', 'opt', { name: 'engine', image: 'engine:1' }, 0],
])('the token-producer with %s', (_, name, container, count) => {
  expect(check(producer(name), container)).toHaveLength(count);
});
