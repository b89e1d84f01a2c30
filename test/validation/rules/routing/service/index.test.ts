import { documents, modelServer, picker, service } from '../../../../support/rule-objects';
import { SERVICE_RULES } from '../../../../../lib/validation/rules/routing/service';
import { messages } from '../../../../support/diagnostics';
import { parseObjects } from '../../../../support/objects';

const found = (...yaml: string[]) => messages(SERVICE_RULES, parseObjects(documents(...yaml)));

const vllm = (ports: string, selector = 'app: vllm') => service({ name: 'vllm', selector, ports });
const ONE = modelServer({ name: 'one', labels: 'app: vllm, n: one', ports: '[{ name: http, containerPort: 8000 }]' });
const TWO = modelServer({ name: 'two', labels: 'app: vllm, n: two', ports: '[{ name: api, containerPort: 8001 }]' });
describe('the selector', () => {
  test.each<[string, string[], string[]]>([
    ['matches pods', [vllm('[{ port: 8000 }]'), modelServer()], []],
    [
      'matches no pods',
      [vllm('[{ port: 8000 }]', 'app: sim, tier: gpu'), modelServer({ labels: 'app: vllm, tier: gpu' })],
      [
        'LLMD-SERVICE-NO-PODS spec.selector: no pods in namespace default have app=sim,tier=gpu; those of Deployment default/vllm lack app=sim',
      ],
    ],
    ['is empty', [vllm('[{ port: 8000 }]', '')], []],
    ['is missing', ['apiVersion: v1\nkind: Service\nmetadata: { name: external }\nspec: { type: ExternalName }'], []],
    ['asks for one pod of a StatefulSet', [vllm('[{ port: 8000 }]', 'statefulset.kubernetes.io/pod-name: vllm-0')], []],
    [
      'asks for the proxy of a Gateway',
      [vllm('[{ port: 80 }]', 'gateway.networking.k8s.io/gateway-name: inference')],
      [],
    ],
    ['asks for a revision of pods', [vllm('[{ port: 8000 }]', 'app: vllm, pod-template-hash: abc'), modelServer()], []],
    [
      'is that of another kind of the same name',
      [vllm('[{ port: 80 }]', 'app: a').replace('apiVersion: v1', 'apiVersion: serving.knative.dev/v1')],
      [],
    ],
  ])('%s', (_name, yaml, expected) => expect(found(...yaml)).toEqual(expected));
});

describe('a target port', () => {
  test.each<[string, string[], string[]]>([
    ['is a name', [vllm('[{ port: 80, targetPort: http }]'), ONE], []],
    [
      'is no name',
      [vllm('[{ port: 80, targetPort: web }]'), ONE],
      [
        'LLMD-SERVICE-PORT-NAME spec.ports[0].targetPort: no container port is called web (TCP): Deployment default/one has 8000 (http)',
      ],
    ],
    [
      'is a name of another protocol',
      [vllm('[{ port: 80, protocol: UDP, targetPort: http }]'), ONE],
      [
        'LLMD-SERVICE-PORT-NAME spec.ports[0].targetPort: no container port is called http (UDP): Deployment default/one has 8000 (http)',
      ],
    ],
    ['is a name in one of two workloads', [vllm('[{ port: 80, targetPort: api }]'), ONE, TWO], []],
    [
      'is a name in neither',
      [vllm('[{ port: 80, targetPort: web }]'), ONE, TWO],
      [
        'LLMD-SERVICE-PORT-NAME spec.ports[0].targetPort: no container port is called web (TCP): Deployment default/one has 8000 (http) and Deployment default/two has 8001 (api)',
      ],
    ],
    [
      'is a name where no container declares ports',
      [vllm('[{ port: 80, targetPort: web }]'), modelServer({ ports: '[]' })],
      [
        'LLMD-SERVICE-PORT-NAME spec.ports[0].targetPort: no container port is called web (TCP): Deployment default/vllm has no ports',
      ],
    ],
    ['is a number', [vllm('[{ port: 80, targetPort: 8000 }]'), ONE], []],
    [
      'is another number',
      [vllm('[{ port: 8000 }, { port: 80, targetPort: 8080 }]'), ONE],
      [
        'LLMD-SERVICE-PORT-NUMBER spec.ports[1].targetPort: no container declares port 8080: Deployment default/one has 8000 (http)',
      ],
    ],
    [
      'is missing',
      [vllm('[{ port: 8080 }]'), ONE],
      [
        'LLMD-SERVICE-PORT-NUMBER spec.ports[0].port: no container declares port 8080: Deployment default/one has 8000 (http)',
      ],
    ],
    ['is a number in one of two workloads', [vllm('[{ port: 8001 }]'), ONE, TWO], []],
    [
      'is a number in neither',
      [vllm('[{ port: 8002 }]'), ONE, TWO],
      [
        'LLMD-SERVICE-PORT-NUMBER spec.ports[0].port: no container declares port 8002: Deployment default/one has 8000 (http) and Deployment default/two has 8001 (api)',
      ],
    ],
    [
      'is a number where a container declares no ports',
      [vllm('[{ port: 8002 }]'), ONE, modelServer({ ports: '[]' })],
      [],
    ],
    ['is that of a picker', [service(), picker()], []],
    ['is a name that several have', [service({ ports: '[{ port: 1, targetPort: metrics }]' }), picker()], []],
  ])('%s', (_name, yaml, expected) => expect(found(...yaml)).toEqual(expected));

  const pod = (restartPolicy: string) => `
apiVersion: v1
kind: Pod
metadata: { name: vllm, labels: { app: vllm } }
spec:
  initContainers: [{ name: proxy, ${restartPolicy}ports: [{ name: proxy, containerPort: 8081 }] }]
  containers: [{ name: vllm, ports: [{ name: http, containerPort: 8000 }] }]`;

  test.each<[string, string, string[]]>([
    ['a sidecar', 'restartPolicy: Always, ', []],
    [
      'an init container',
      '',
      [
        'LLMD-SERVICE-PORT-NAME spec.ports[0].targetPort: no container port is called proxy (TCP): Pod default/vllm has 8000 (http)',
        'LLMD-SERVICE-PORT-NUMBER spec.ports[1].port: no container declares port 8081: Pod default/vllm has 8000 (http)',
      ],
    ],
  ])('is that of %s', (_name, restartPolicy, expected) =>
    expect(found(vllm('[{ port: 80, targetPort: proxy }, { port: 8081 }]'), pod(restartPolicy))).toEqual(expected),
  );
});
