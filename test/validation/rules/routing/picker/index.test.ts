import { documents, LEGACY_POOL, picker, pool, service } from '../../../../support/rule-objects';
import { PICKER_RULES } from '../../../../../lib/validation/rules/routing/picker';
import { diagnostics, messages } from '../../../../support/diagnostics';
import { parseObjects } from '../../../../support/objects';

const found = (...yaml: string[]) => messages(PICKER_RULES, parseObjects(documents(...yaml)));

const to = (ref: string) => pool({ pickerRef: `{ ${ref} }` });

const port = (number: number) => to(`name: epp, port: { number: ${number} }`);

describe('the Service', () => {
  test.each<[string, string[], string[]]>([
    ['is there', [pool(), service(), picker()], []],
    [
      'is elsewhere',
      [pool(), service().replace('name: epp }', 'name: epp, namespace: llm-d }'), picker()],
      [
        'LLMD-EPP-SERVICE-MISSING spec.endpointPickerRef.name: there is no Service default/epp; there is one in namespace llm-d',
      ],
    ],
    [
      'has another name',
      [pool(), service({ name: 'opt-epp', selector: 'app: epp' }), picker()],
      [
        'LLMD-EPP-SERVICE-MISSING spec.endpointPickerRef.name: there is no Service default/epp; namespace default has opt-epp',
      ],
    ],
    [
      'is another kind',
      [to('kind: Pod, name: epp, port: { number: 9002 }'), picker()],
      ['LLMD-EPP-SERVICE-KIND spec.endpointPickerRef.kind: Pod epp is no Service'],
    ],
    ['is of another group', [to('group: apps, name: epp, port: { number: 9002 }'), service(), picker()], []],
    [
      'is named by a pool of the older group',
      [LEGACY_POOL, picker()],
      ['LLMD-EPP-SERVICE-MISSING spec.extensionRef.name: there is no Service default/epp'],
    ],
    [
      'is an alias',
      [pool(), 'apiVersion: v1\nkind: Service\nmetadata: { name: epp }\nspec: { type: ExternalName }'],
      ['LLMD-EPP-EXTERNAL-NAME spec.endpointPickerRef.name: Service default/epp is of type ExternalName'],
    ],
    [
      'has no spec',
      [pool(), 'apiVersion: v1\nkind: Service\nmetadata: { name: epp }'],
      [
        'LLMD-EPP-SERVICE-PORT spec.endpointPickerRef.port.number: port 9002 is no port of Service default/epp, which has no ports',
      ],
    ],
  ])('%s', (_name, yaml, expected) => expect(found(...yaml)).toEqual(expected));
});

describe('the port', () => {
  const PORTS = '[{ name: grpc, port: 9000, targetPort: grpc-ext-proc }, { name: http, port: 80, targetPort: 8081 }]';

  test.each<[string, string[], string[]]>([
    ['is missing', [to('name: epp'), service({ ports: PORTS }), picker()], []],
    ['leads to ext-proc by a name', [port(9000), service({ ports: PORTS }), picker()], []],
    [
      'leads elsewhere',
      [port(80), service({ ports: PORTS }), picker()],
      [
        'LLMD-EPP-EXT-PROC-PORT spec.endpointPickerRef.port.number: port 80 of Service default/epp leads to port 8081 of Deployment default/epp, which answers ext-proc on 9002',
      ],
    ],
    ['leads to an unknown name', [port(80), service({ ports: '[{ port: 80, targetPort: web }]' }), picker()], []],
    [
      'leads to the port of the flag',
      [port(9002), service(), picker({ args: '--pool-name=opt, --grpc-port=9002' })],
      [],
    ],
    [
      'leads to another port than the flag',
      [port(9002), service(), picker({ args: '--pool-name=opt, --grpc-port=9100' })],
      [
        'LLMD-EPP-EXT-PROC-PORT spec.endpointPickerRef.port.number: port 9002 of Service default/epp leads to port 9002 of Deployment default/epp, which answers ext-proc on 9100',
      ],
    ],
    ['leads to no pods', [port(9002), service()], []],
  ])('%s', (_name, yaml, expected) => expect(found(...yaml)).toEqual(expected));

  const says = (...yaml: string[]) => diagnostics(PICKER_RULES, parseObjects(documents(...yaml)));

  test.each<[string, string[], string[]]>([
    [
      "is the container's",
      [port(9002), service({ ports: PORTS }), picker()],
      [
        "LLMD-EPP-SERVICE-PORT spec.endpointPickerRef.port.number: port 9002 is no port of Service default/epp, which has 9000 (grpc) and 80 (http); write the Service's port 9000, not the container's",
      ],
    ],
    [
      "is the model server's",
      [port(8000), service({ ports: PORTS }), picker()],
      [
        "LLMD-EPP-SERVICE-PORT spec.endpointPickerRef.port.number: port 8000 is no port of Service default/epp, which has 9000 (grpc) and 80 (http); write the Service's port 9000, not the model servers'",
      ],
    ],
    [
      'is declared by no Service and no container',
      [port(1234), service({ ports: PORTS }), picker()],
      [
        "LLMD-EPP-SERVICE-PORT spec.endpointPickerRef.port.number: port 1234 is no port of Service default/epp, which has 9000 (grpc) and 80 (http); write the Service's port 9000",
      ],
    ],
    [
      'has no better one',
      [port(1234), service({ ports: '[{ port: 80 }]' }), picker()],
      [
        "LLMD-EPP-SERVICE-PORT spec.endpointPickerRef.port.number: port 1234 is no port of Service default/epp, which has 80; write the Service's port for ext-proc",
      ],
    ],
    [
      "is the model server's of another pool",
      [
        port(8000),
        service(),
        picker(),
        pool({ name: 'b', labels: 'app: b' }),
        pool({ name: 'c', labels: 'app: c', port: 1 }).replace('9002', '8000'),
      ],
      [
        "LLMD-EPP-OTHER-POOL spec.endpointPickerRef.name: leads to Deployment default/epp, which picks for default/opt of inference.networking.k8s.io; give the picker --pool-name=b --pool-namespace=default --pool-group=inference.networking.k8s.io, or name the Service of this pool's picker",
        "LLMD-EPP-OTHER-POOL spec.endpointPickerRef.name: leads to Deployment default/epp, which picks for default/opt of inference.networking.k8s.io; give the picker --pool-name=c --pool-namespace=default --pool-group=inference.networking.k8s.io, or name the Service of this pool's picker",
        "LLMD-EPP-SERVICE-PORT spec.endpointPickerRef.port.number: port 8000 is no port of Service default/epp, which has 9002; write the Service's port 9002, not the model servers'",
        "LLMD-EPP-SERVICE-PORT spec.endpointPickerRef.port.number: port 8000 is no port of Service default/epp, which has 9002; write the Service's port 9002",
      ],
    ],
    [
      'has none beside it',
      [port(1234), service({ ports: '[]' })],
      [
        "LLMD-EPP-SERVICE-PORT spec.endpointPickerRef.port.number: port 1234 is no port of Service default/epp, which has no ports; write the Service's port for ext-proc",
      ],
    ],
  ])('%s', (_name, yaml, expected) => expect(says(...yaml)).toEqual(expected));
});
