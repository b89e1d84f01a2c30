import { ResourceSet } from '../../../lib/validation/resource-set';
import { checkStructure } from '../../../lib/api-server/check-object';
import { podTemplates } from '../../../lib/validation/facts/pods';
import { servedModels } from '../../../lib/validation/facts/served-models';
import { pod, simulator, vllm } from '../../support/manifests';

function served(...containers: object[]): string[] | undefined {
  const { resource } = checkStructure({ object: pod('server', { containers }) });
  const [template] = new ResourceSet([resource!]).view(podTemplates);
  const names = servedModels(template);
  return names && [...names];
}

const words = (line: string) => line.split(' ');
const env = (name: string, value: string) => [{ name, value }];
const PYTHON = ['python3', '-m', 'vllm.entrypoints.openai.api_server'];

test.each<[string, object, string[] | undefined]>([
  ['the model', {}, ['facebook/opt-125m']],
  ['the model behind the options', { args: words('--port 8000 opt') }, ['opt']],
  ['a deprecated model', { args: words('--port 8000 --model=opt') }, ['opt']],
  ['the default', { args: [] }, ['Qwen/Qwen3-0.6B']],
  ['names', { args: words('opt --served-model-name a b --port 8000') }, ['a', 'b']],
  ['the last names', { args: words('opt --served_model_name a --served-model-name=b') }, ['b']],
  ['names by a short option', { args: words('opt --served-m a') }, ['a']],
  ['adapters', { args: words('opt --lora-modules a=/a {"name":"b","path":"/b"}') }, ['opt', 'a', 'b']],
  ['a variable', { args: ['$(MODEL)'], env: env('MODEL', 'opt') }, ['opt']],
  ['a module of Python', { command: PYTHON, args: words('--model opt') }, ['opt']],
  ['a shell', { command: ['bash', '-c'], args: ['vllm serve "$MODEL"'], env: env('MODEL', 'opt') }, ['opt']],
  ['an option of another version', { args: words('opt --disable-log-requests') }, ['opt']],
  ['adapters that are not loaded', { env: env('VLLM_ALLOW_RUNTIME_LORA_UPDATING', 'False') }, ['facebook/opt-125m']],
  ['adapters that may be loaded', { env: env('VLLM_ALLOW_RUNTIME_LORA_UPDATING', ' True ') }, undefined],
  ['unknown adapters', { env: [{ name: 'VLLM_ALLOW_RUNTIME_LORA_UPDATING', valueFrom: {} }] }, undefined],
  ['a variable of unknown value', { args: ['$(MODEL)'], env: [{ name: 'MODEL', valueFrom: {} }] }, undefined],
  ['a file', { args: words('opt --config a.yaml') }, undefined],
  ['a script', { command: ['sh', '-c'], args: ['a=opt; vllm serve $a'] }, undefined],
  ['a line that vLLM refuses', { args: words('a b') }, undefined],
])('vLLM: %s', (_, fields, names) => expect(served({ ...vllm(), ...fields })).toEqual(names));

test.each<[string, object, string[] | undefined]>([
  ['names', { args: words('--model=opt --served-model-name a b --port=8000') }, ['a', 'b']],
  ['the model', { args: words('--model opt') }, ['opt']],
  ['adapters', { args: words('--model=opt --lora-modules {"name":"a"} {"name":"b"} --omni') }, ['opt', 'a', 'b']],
  ['an adapter that is no JSON', { args: words('--model=opt --lora-modules=a') }, ['opt', 'a']],
  ['the environment', { env: env('SIM_MODEL', 'opt') }, ['opt']],
  ['nothing', {}, undefined],
  ['a file', { args: words('--model=opt --config=a') }, undefined],
  ['a command', { command: ['/app/llm-d-inference-sim'], args: words('--model opt') }, ['opt']],
])('the simulator: %s', (_, fields, names) => expect(served(simulator(fields))).toEqual(names));

test('all servers of a pod', () => {
  expect(served(vllm(), simulator({ args: ['--model=sim'] }), { name: 'proxy', image: 'proxy' })).toEqual([
    'facebook/opt-125m',
    'sim',
  ]);
  expect(served(vllm(), simulator())).toBeUndefined();
  expect(served({ name: 'proxy', image: 'proxy' })).toBeUndefined();
});
