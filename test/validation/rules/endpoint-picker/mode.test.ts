import { ENDPOINT_PICKER_RULES } from '../../../../lib/validation/rules/endpoint-picker';
import { diagnostics } from '../../../support/diagnostics';
import { deployment, pickerContainer, pod } from '../../../support/manifests';
import { CONTAINER } from '../../../support/picker-violations';

const GAIE = 'gateway-api-inference-extension/epp:v1.5.0';
const POD_NAME = { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } };

function violationsOf(args: readonly string[], fields: object = {}, image?: string, namespace = 'default'): string[] {
  const container = { ...pickerContainer([...args, '--tracing=false'], image), env: [POD_NAME], ...fields };
  return diagnostics(ENDPOINT_PICKER_RULES, [deployment('epp', { containers: [container] }, { namespace })]);
}

const mode = (at: string, text: string) => [`LLMD-EPP-MODE ${CONTAINER}.args${at}: ${text}`];
const selecting = (ports: string, selector = 'app=vllm') => [
  `--endpoint-selector=${selector}`,
  `--endpoint-target-ports=${ports}`,
];

test.each<[string, string[], string[]]>([
  ['a pool', ['--pool-name=a'], []],
  ['a selector', selecting('8000'), []],
  ['eight ports', selecting('1,2,3,4,5,6,7,8,8'), []],
  ['the group of GAIE v1.4.0', ['--pool-name=a', '--pool-group=inference.networking.x-k8s.io'], []],
  [
    'neither',
    ['--v=1', '--pool-name='],
    mode(
      '[1]',
      'there is neither --pool-name nor --endpoint-selector; add --pool-name with the name of the InferencePool',
    ),
  ],
  [
    'both',
    ['--pool-name=a', ...selecting('8000')],
    mode('[1]', '--endpoint-selector stands beside --pool-name; take one of the two away'),
  ],
  [
    'no ports',
    ['--endpoint-selector=a=b'],
    mode('[0]', '--endpoint-target-ports has 0 ports, expected 1 to 8; write --endpoint-target-ports=8000'),
  ],
  [
    'nine ports',
    selecting('1,2,3,4,5,6,7,8,9'),
    mode('[1]', '--endpoint-target-ports has 9 ports, expected 1 to 8; write --endpoint-target-ports=8000'),
  ],
  [
    'no port',
    selecting('8000,65536'),
    mode('[1]', '65536 of --endpoint-target-ports is no port; write the port on which the model servers listen'),
  ],
  [
    'a port below 0',
    selecting('-1'),
    mode('[1]', '-1 of --endpoint-target-ports is no port; write the port on which the model servers listen'),
  ],
  ['the lowest and the highest', selecting('0,65535'), []],
  [
    'another group',
    ['--pool-name=a', '--pool-group=llm-d.ai'],
    mode(
      '[1]',
      '--pool-group is "llm-d.ai", and no release watches InferencePools of that group; write --pool-group=inference.networking.k8s.io, or take the flag away',
    ),
  ],
])('%s', (_, args, expected) => expect(violationsOf(args)).toEqual(expected));

test('a container that only sets its command is named there', () => {
  const container = { command: ['/app/epp', '--pool-name=', '--tracing=false'], args: undefined };
  expect(violationsOf([], container)).toEqual([
    expect.stringMatching(/^LLMD-EPP-MODE .*\.command\[1\]: there is neither/),
  ]);
});

test('GAIE needs a pool', () => {
  expect(violationsOf(selecting('8000'), {}, GAIE)).toEqual(
    mode(
      '[0]',
      'gaie-v1.5.0 cannot work without an InferencePool; write --pool-name, or use a release of llm-d-router',
    ),
  );
});

test.each([
  ['app=vllm', true],
  ['a==b, c!=d,e', true],
  ['!gone,example.com/role in (a, b),tier notin (c)', true],
  ['a=', true],
  ['app: vllm', false],
  ['=a', false],
  ['a in b', false],
  ['a=b,,c', false],
  ['a=-b', false],
])('the selector %s', (selector, isRight) => {
  const text = `--endpoint-selector is ${JSON.stringify(selector)}, expected labels such as app=vllm,env=prod; write it as kubectl takes it`;
  expect(violationsOf(selecting('8000', selector))).toEqual(isRight ? [] : mode('[0]', text));
});

test('a flag that may have been meant for the pool is enough', () => {
  expect(violationsOf(['--pool_name=a'])).toEqual([expect.stringMatching(/^LLMD-EPP-FLAG /)]);
});

test('what is not known is not checked', () => {
  const env = [{ name: 'X', valueFrom: {} }];
  expect(violationsOf(['--pool-name=$(X)'], { env })).toEqual([]);
  expect(violationsOf(['$(X)'], { env })).toEqual([]);
  expect(
    violationsOf(['--endpoint-selector=a=b', '--endpoint-target-ports=$(X)'], { env: [...env, POD_NAME] }),
  ).toEqual([]);
});

describe('the environment', () => {
  const lost = `LLMD-EPP-ENVIRONMENT ${CONTAINER}.env: container epp has neither --pool-namespace nor NAMESPACE, so that it looks in namespace default, and not in llm; set NAMESPACE from the field metadata.namespace`;
  const namespace = { env: [{ name: 'NAMESPACE', value: 'llm' }] };

  test.each<[string, string[], object, string, string[]]>([
    ['in the namespace default', ['--pool-name=a'], {}, 'default', []],
    ['elsewhere', ['--pool-name=a'], {}, 'llm', [lost]],
    ['elsewhere with NAMESPACE', ['--pool-name=a'], namespace, 'llm', []],
    ['elsewhere with the flag', ['--pool-name=a', '--pool-namespace=llm'], {}, 'llm', []],
  ])('%s', (_, args, fields, own, expected) => expect(violationsOf(args, fields, undefined, own)).toEqual(expected));

  const remedy = 'run it in a Deployment, and set POD_NAME from the field metadata.name';
  test.each<[string, object[], string | undefined]>([
    ['the field', [POD_NAME], undefined],
    ['a name of a Deployment', [{ name: 'POD_NAME', value: 'epp-7d9c-x1' }], undefined],
    ['nothing', [], 'env: --endpoint-selector needs POD_NAME, which is not set'],
    [
      'an empty name',
      [{ name: 'A' }, { name: 'POD_NAME', value: '' }],
      'env[1]: --endpoint-selector needs POD_NAME, which is not set',
    ],
    [
      'another name',
      [{ name: 'POD_NAME', value: 'epp-0' }],
      'env[0]: POD_NAME is "epp-0", expected the name of a pod of a Deployment',
    ],
  ])('without a pool, POD_NAME is %s', (_, env, text) => {
    expect(violationsOf(selecting('8000'), { env })).toEqual(
      text === undefined ? [] : [`LLMD-EPP-ENVIRONMENT ${CONTAINER}.${text}; ${remedy}`],
    );
  });

  test('a Pod of its own has a name that can be known', () => {
    const container = { ...pickerContainer([...selecting('8000'), '--tracing=false']), env: [POD_NAME] };
    const text = `LLMD-EPP-ENVIRONMENT spec.containers[0].env[0]: POD_NAME is "epp", expected the name of a pod of a Deployment; ${remedy}`;
    expect(diagnostics(ENDPOINT_PICKER_RULES, [pod('epp', { containers: [container] })])).toEqual([text]);
    expect(diagnostics(ENDPOINT_PICKER_RULES, [pod('epp-7d9c-x1', { containers: [container] })])).toEqual([]);
  });
});
