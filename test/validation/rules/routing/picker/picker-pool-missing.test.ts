import { documents, LEGACY_POOL, picker, pool, service } from '../../../../support/rule-objects';
import { PICKER_RULES } from '../../../../../lib/validation/rules/routing/picker';
import { messages } from '../../../../support/diagnostics';
import { parseObjects } from '../../../../support/objects';

const found = (...yaml: string[]) => messages(PICKER_RULES, parseObjects(documents(...yaml)));

describe('the pool', () => {
  const flags = (args: string) => [pool(), service(), picker({ args })];

  test.each<[string, string[], string[]]>([
    ['is this one', flags('--pool-name, opt, --pool-namespace, default, --pool-group=inference.networking.k8s.io'), []],
    [
      'is another one',
      flags('--pool-name=gemma'),
      [
        'LLMD-EPP-OTHER-POOL spec.endpointPickerRef.name: leads to Deployment default/epp, which picks for default/gemma of inference.networking.k8s.io',
        'LLMD-EPP-POOL-MISSING spec.template.spec.containers[0].args[0]: there is no InferencePool default/gemma; namespace default has opt',
      ],
    ],
    [
      'is in another namespace, where this one may be meant to be',
      flags('--pool-name=opt, --pool-namespace=llm-d'),
      [],
    ],
    [
      'is in another namespace',
      flags('--pool-name=opt, --pool-namespace=llm-d').map((yaml) =>
        yaml.replace('metadata: { name: opt }', 'metadata: { name: opt, namespace: default }'),
      ),
      [
        'LLMD-EPP-OTHER-POOL spec.endpointPickerRef.name: leads to Deployment default/epp, which picks for llm-d/opt of inference.networking.k8s.io',
        'LLMD-EPP-POOL-MISSING spec.template.spec.containers[0].args[0]: there is no InferencePool llm-d/opt; there is one in namespace default',
      ],
    ],
    [
      'is of the older group, as the picker may know',
      [LEGACY_POOL, service(), picker({ image: 'example.com/epp:main' })],
      [],
    ],
    [
      'is of the older group, as no picker of a known release knows',
      [LEGACY_POOL, service(), picker({ image: 'registry.k8s.io/gateway-api-inference-extension/epp:v1.4.0' })],
      [
        'LLMD-EPP-OTHER-POOL spec.extensionRef.name: leads to Deployment default/epp, which picks for default/opt of inference.networking.k8s.io',
      ],
    ],
    [
      'is of another group',
      flags('--pool-name=opt, --pool-group=inference.networking.x-k8s.io'),
      [
        'LLMD-EPP-OTHER-POOL spec.endpointPickerRef.name: leads to Deployment default/epp, which picks for default/opt of inference.networking.x-k8s.io',
      ],
    ],
    ['is none', flags('"--endpoint-selector=app=vllm", --endpoint-target-ports=8000'), []],
    [
      'is not known',
      flags('--pool-name=$(POOL)').map((yaml) =>
        yaml.replace('args:', 'envFrom: [{ configMapRef: { name: env } }]\n          args:'),
      ),
      [],
    ],
    ['is named twice', flags('--pool-name=gemma, --pool-name=opt'), []],
    [
      'is that of one of two pickers',
      [
        pool(),
        service({ selector: 'tier: epp' }),
        picker({ labels: 'app: a, tier: epp' }),
        picker({ name: 'b', labels: 'app: b, tier: epp', args: '--pool-name=gemma' }),
        pool({ name: 'gemma' }),
      ],
      [],
    ],
    [
      'is that of neither picker',
      [
        pool(),
        service({ selector: 'tier: epp' }),
        picker({ labels: 'app: a, tier: epp', args: '--pool-name=gemma' }),
        picker({ name: 'b', labels: 'app: b, tier: epp', args: '--pool-name=gemma' }),
        pool({ name: 'gemma' }),
      ],
      [
        'LLMD-EPP-OTHER-POOL spec.endpointPickerRef.name: leads to Deployment default/epp, which picks for default/gemma of inference.networking.k8s.io and Deployment default/b, which picks for default/gemma of inference.networking.k8s.io',
      ],
    ],
    ['of a picker without a Service is there', [picker(), pool({ pickerRef: '{}' })], []],
  ])('%s', (_name, yaml, expected) => expect(found(...yaml)).toEqual(expected));
});
