import { documents, httpRoute, LEGACY_POOL, picker, pool } from '../../../support/rule-objects';
import { objectOf, referenceMessages } from '../../../support/reference-messages';

describe('groups', () => {
  test.each<[string, string, string[]]>([
    [
      'of a pool',
      documents(
        httpRoute({ backends: ['{ group: inference.networking.x-k8s.io, kind: InferencePool, name: opt }'] }),
        pool(),
      ),
      [
        'LLMD-REFERENCE-GROUP spec.rules[0].backendRefs[0]: InferencePool opt is of group inference.networking.k8s.io, not of group inference.networking.x-k8s.io',
      ],
    ],
    [
      'of a pool that is of that group',
      documents(
        httpRoute({ backends: ['{ group: inference.networking.x-k8s.io, kind: InferencePool, name: opt }'] }),
        LEGACY_POOL,
      ),
      [],
    ],
    [
      'that are forgotten',
      documents(httpRoute({ backends: ['{ kind: InferencePool, name: opt }'] }), pool()),
      [
        'LLMD-REFERENCE-GROUP spec.rules[0].backendRefs[0]: InferencePool opt is of group inference.networking.k8s.io, not of the core group',
      ],
    ],
    [
      'of a Service',
      documents(httpRoute({ backends: ['{ group: core, kind: Service, name: opt, port: 80 }'] })),
      ['LLMD-REFERENCE-GROUP spec.rules[0].backendRefs[0]: Service opt is of the core group, not of group core'],
    ],
    [
      'of a picker',
      documents(picker({ args: '--pool-name=opt, --pool-group=inference.networking.x-k8s.io' }), pool()),
      [
        'LLMD-REFERENCE-GROUP spec.template.spec.containers[0].args[0]: InferencePool opt is of group inference.networking.k8s.io, not of group inference.networking.x-k8s.io',
      ],
    ],
    [
      'of a parent',
      documents(httpRoute({ parent: '{ group: networking.istio.io, kind: Gateway, name: inference }' })),
      [
        'LLMD-REFERENCE-GROUP spec.parentRefs[0]: Gateway inference is of group gateway.networking.k8s.io, not of group networking.istio.io',
      ],
    ],
    ['of an unknown kind', documents(httpRoute({ parent: '{ group: a.io, kind: Mesh, name: b }' })), []],
    [
      'of a kind that is here',
      documents(httpRoute({ parent: '{ group: a.io, kind: Mesh, name: b }' })) +
        objectOf('b.io/v1', 'Mesh', '').replace('name: a', 'name: b'),
      ['LLMD-REFERENCE-GROUP spec.parentRefs[0]: Mesh b is of group b.io, not of group a.io'],
    ],
    [
      'of a rewrite, which has a rule of its own',
      'apiVersion: llm-d.ai/v1alpha2\nkind: InferenceObjective\nmetadata: { name: a }\nspec: { poolRef: { group: inference.networking.x-k8s.io, name: opt } }',
      [],
    ],
  ])('%s', (_name, yaml, expected) => expect(referenceMessages(yaml)).toEqual(expected));
});
