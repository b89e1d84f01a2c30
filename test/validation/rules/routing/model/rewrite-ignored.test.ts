import { gateway, httpRoute, pool, rewrite } from '../../../../support/rule-objects';
import { modelMessages, NO_RULES, objective } from '../../../../support/model-rules';

describe('a Gateway that does not forward changed bodies', () => {
  test.each<[string, string[], string[]]>([
    [
      'has a pool with rewrites',
      [gateway({ className: 'nginx' }), httpRoute(), rewrite({ rules: NO_RULES })],
      [
        'LLMD-REWRITE-IGNORED spec.poolRef: InferencePool default/opt is behind NGINX Gateway Fabric, which drops what the endpoint picker rewrites',
      ],
    ],
    ['has a pool with objectives', [gateway({ className: 'nginx' }), httpRoute(), objective('a')], []],
    ['is another one', [gateway({ className: 'kgateway' }), httpRoute(), rewrite({ rules: NO_RULES })], []],
    [
      'leads to another pool',
      [
        gateway({ className: 'nginx' }),
        httpRoute({ backends: ['{ group: inference.networking.k8s.io, kind: InferencePool, name: b }'] }),
        pool({ name: 'b' }),
        rewrite({ rules: NO_RULES }),
      ],
      [],
    ],
  ])('%s', (_name, yaml, expected) => expect(modelMessages([pool(), ...yaml])).toEqual(expected));
});
