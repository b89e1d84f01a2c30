import { documents, modelServer, picker, pool, service } from '../../../../support/rule-objects';
import { PICKER_RULES } from '../../../../../lib/validation/rules/routing/picker';
import { messages } from '../../../../support/diagnostics';
import { parseObjects } from '../../../../support/objects';

const found = (...yaml: string[]) => messages(PICKER_RULES, parseObjects(documents(...yaml)));

/** The Deployment `epp` with another container. */
const program = (container: string) =>
  picker().replace(/containers:[^]*$/, `containers: [{ name: main, image: registry.example.com/main, ${container} }]`);

describe('the program', () => {
  test.each<[string, string[], string[]]>([
    [
      'is a model server',
      [pool(), service({ selector: 'app: vllm' }), modelServer()],
      [
        'LLMD-EPP-OTHER-PROGRAM spec.endpointPickerRef.name: Service default/epp leads to Deployment default/vllm, where no endpoint picker runs',
      ],
    ],
    [
      'is another one',
      [pool(), service(), program('args: [--verbose]')],
      [
        'LLMD-EPP-OTHER-PROGRAM spec.endpointPickerRef.name: Service default/epp leads to Deployment default/epp, where no endpoint picker runs',
      ],
    ],
    ['has no arguments', [pool(), service(), program('args: []')], []],
    [
      'has unknown arguments',
      [pool(), service(), program('args: [$(ARGS)], envFrom: [{ configMapRef: { name: a } }]')],
      [],
    ],
    [
      'may be a picker in a script',
      [pool(), service(), program('command: [sh, -c, "/epp --pool-name=opt || sleep 1"]')],
      [],
    ],
    [
      'has the flags in a script that can be read',
      [pool(), service(), program('command: [sh, -c, "/app --endpoint-selector app=a"]')],
      [],
    ],
    [
      'has a picker beside it',
      [
        pool(),
        service(),
        picker().replace('- name: epp', '- { name: proxy, image: envoy, args: [-c, a] }\n        - name: epp'),
      ],
      [],
    ],
    [
      'is one of two',
      [
        pool(),
        service({ selector: 'app: vllm' }),
        modelServer({ labels: 'app: vllm, n: one' }),
        modelServer({ name: 'b', labels: 'app: vllm, n: two' }),
      ],
      [
        'LLMD-EPP-OTHER-PROGRAM spec.endpointPickerRef.name: Service default/epp leads to Deployment default/vllm and Deployment default/b, where no endpoint picker runs',
      ],
    ],
    [
      'is one of two, and the other is unknown',
      [
        pool(),
        service({ selector: 'app: vllm' }),
        modelServer({ labels: 'app: vllm, n: one' }),
        program('args: []').replaceAll('app: epp', 'app: vllm'),
      ],
      [],
    ],
    [
      'runs before the others',
      [pool(), service(), program('args: [--verbose] }]\n      initContainers: [{ name: init, image: busybox')],
      [
        'LLMD-EPP-OTHER-PROGRAM spec.endpointPickerRef.name: Service default/epp leads to Deployment default/epp, where no endpoint picker runs',
      ],
    ],
  ])('%s', (_name, yaml, expected) => expect(found(...yaml)).toEqual(expected));
});
