import { documents, gateway, httpRoute, LEGACY_POOL, modelServer, pool } from '../../../../support/rule-objects';
import { POOL_FAIL_OPEN } from '../../../../../lib/validation/rules/routing/pool/pool-fail-open';
import { messages } from '../../../../support/diagnostics';
import { parseObjects } from '../../../../support/objects';

const found = (...yaml: string[]) => messages([POOL_FAIL_OPEN], parseObjects(documents(...yaml)));

const failOpen = pool({ pickerRef: '{ name: epp, port: { number: 9002 }, failureMode: FailOpen }' });
const legacy = LEGACY_POOL.replace('{ name: epp }', '{ name: epp, failureMode: FailOpen }');

test.each<[string, string[], string[]]>([
  [
    'agentgateway',
    [gateway({ className: 'agentgateway' }), httpRoute(), failOpen, modelServer()],
    [
      'LLMD-POOL-FAIL-OPEN spec.endpointPickerRef.failureMode: FailOpen has no effect for completions: agentgateway up to v1.4.1 answers 500 to every request with a body while the endpoint picker is away',
    ],
  ],
  [
    'Envoy AI Gateway',
    [gateway({ className: 'eg' }), httpRoute(), failOpen, modelServer()],
    [
      'LLMD-POOL-FAIL-OPEN spec.endpointPickerRef.failureMode: FailOpen has no effect for completions: Envoy AI Gateway v1.1.0 always fails closed while the endpoint picker is away',
    ],
  ],
  ['Istio', [gateway({ className: 'istio' }), httpRoute(), failOpen, modelServer()], []],
  ['an unknown Gateway', [gateway({ className: 'cilium' }), httpRoute(), failOpen, modelServer()], []],
  ['no route', [gateway({ className: 'agentgateway' }), failOpen, modelServer()], []],
  ['FailClose', [gateway({ className: 'agentgateway' }), httpRoute(), pool(), modelServer()], []],
  [
    'the second of two Gateways',
    [
      gateway({ name: 'one', className: 'istio' }),
      gateway({ name: 'two', className: 'agentgateway' }),
      httpRoute({ parent: '{ name: one }, { name: two }' }),
      failOpen,
      modelServer(),
    ],
    [
      'LLMD-POOL-FAIL-OPEN spec.endpointPickerRef.failureMode: FailOpen has no effect for completions: agentgateway up to v1.4.1 answers 500 to every request with a body while the endpoint picker is away',
    ],
  ],
  [
    'the older group',
    [
      gateway({ className: 'agentgateway' }),
      httpRoute({ backends: ['{ group: inference.networking.x-k8s.io, kind: InferencePool, name: opt }'] }),
      legacy,
      modelServer(),
    ],
    [
      'LLMD-POOL-FAIL-OPEN spec.extensionRef.failureMode: FailOpen has no effect for completions: agentgateway up to v1.4.1 answers 500 to every request with a body while the endpoint picker is away',
    ],
  ],
])('%s', (_name, yaml, expected) => expect(found(...yaml)).toEqual(expected));
