import { LEGACY_POOL, modelServer, picker, pool, rewrite, service } from '../../../../support/rule-objects';
import { LEGACY_GROUP, modelMessages, NO_RULES, objective } from '../../../../support/model-rules';

const GAIE = 'registry.k8s.io/gateway-api-inference-extension/epp:v1.5.0';

describe('poolRef', () => {
  test.each<[string, string[], string[]]>([
    ['names a pool', [rewrite({ rules: NO_RULES }), pool()], []],
    [
      'names a missing pool',
      [rewrite({ rules: NO_RULES, poolRef: '{ name: opt-125m }' }), pool()],
      [
        'LLMD-POOL-REF-MISSING spec.poolRef.name: there is no InferencePool default/opt-125m; namespace default has opt',
      ],
    ],
    [
      'names a pool elsewhere',
      [objective('high'), pool().replace('name: opt }', 'name: opt, namespace: models }')],
      [
        'LLMD-POOL-REF-MISSING spec.poolRef.name: there is no InferencePool default/opt; there is one in namespace models',
      ],
    ],
    [
      'is of the older group',
      [objective('high', 'llm-d.ai', `{ group: ${LEGACY_GROUP}, name: opt }`), pool()],
      [
        'LLMD-POOL-REF-GROUP spec.poolRef.group: InferencePool opt is of inference.networking.k8s.io, not of "inference.networking.x-k8s.io"',
      ],
    ],
    [
      'is of the older group, as the pool',
      [objective('high', LEGACY_GROUP, `{ group: ${LEGACY_GROUP}, name: opt }`), LEGACY_POOL],
      [],
    ],
    [
      'is of the newer group, and the pool is not',
      [objective('high', LEGACY_GROUP), LEGACY_POOL],
      [
        'LLMD-POOL-REF-GROUP spec.poolRef.group: InferencePool opt is of inference.networking.x-k8s.io, not of "inference.networking.k8s.io"',
      ],
    ],
    [
      'is of the core group',
      [objective('high', 'llm-d.ai', '{ group: "", name: opt }'), pool()],
      ['LLMD-POOL-REF-GROUP spec.poolRef.group: InferencePool opt is of inference.networking.k8s.io, not of ""'],
    ],
    [
      'is a Service',
      [objective('high', 'llm-d.ai', '{ kind: Service, name: opt }'), pool()],
      ['LLMD-POOL-REF-GROUP spec.poolRef.kind: Service is not the kind of a pool'],
    ],
    ['is missing', [objective('high', 'llm-d.ai', '{}'), pool()], []],
  ])('%s', (_name, yaml, expected) => expect(modelMessages(yaml)).toEqual(expected));
});

describe('the API group', () => {
  const stack = (image?: string) => [modelServer(), pool(), service(), picker({ image })];

  test.each<[string, string[], string | undefined, string[]]>([
    ['is that of the release', [...stack(), objective('a')], undefined, []],
    [
      'is the older one',
      [...stack(), objective('a', LEGACY_GROUP)],
      undefined,
      [
        'LLMD-MODEL-GROUP-LEGACY apiVersion: the endpoint picker of InferencePool default/opt is llm-d-router-v0.10.0, which ignores inference.networking.x-k8s.io where llm-d.ai is served',
      ],
    ],
    ['is that of GAIE', [...stack(GAIE), objective('a', LEGACY_GROUP)], undefined, []],
    [
      'is too new for GAIE',
      [...stack(GAIE), rewrite({ rules: NO_RULES })],
      undefined,
      [
        'LLMD-MODEL-GROUP-UNWATCHED apiVersion: the endpoint picker of InferencePool default/opt is gaie-v1.5.0, which does not watch llm-d.ai',
      ],
    ],
    ['is for an unknown picker', [...stack('example.com/epp:v1'), objective('a', LEGACY_GROUP)], undefined, []],
    [
      'is for a picker whose release is given',
      [...stack('example.com/epp:v1'), objective('a', LEGACY_GROUP)],
      'llm-d-router-v0.10.0',
      [
        'LLMD-MODEL-GROUP-LEGACY apiVersion: the endpoint picker of InferencePool default/opt is llm-d-router-v0.10.0, which ignores inference.networking.x-k8s.io where llm-d.ai is served',
      ],
    ],
    ['is for no picker', [objective('a', LEGACY_GROUP), pool()], undefined, []],
    [
      'is for a picker outside',
      [objective('a'), pool()],
      'gaie-v1.4.0',
      [
        'LLMD-MODEL-GROUP-UNWATCHED apiVersion: the endpoint picker of InferencePool default/opt is gaie-v1.4.0, which does not watch llm-d.ai',
      ],
    ],
    [
      'is for the picker of another pool',
      [...stack(GAIE), objective('a', 'llm-d.ai', '{ name: b }'), pool({ name: 'b', labels: 'app: b' })],
      undefined,
      [],
    ],
    [
      'is mixed',
      [...stack(), rewrite({ rules: NO_RULES }), objective('a', LEGACY_GROUP), objective('b', LEGACY_GROUP)],
      undefined,
      [
        'LLMD-MODEL-GROUPS-MIXED apiVersion: InferencePool default/opt has rewrites or objectives of llm-d.ai too',
        'LLMD-MODEL-GROUPS-MIXED apiVersion: InferencePool default/opt has rewrites or objectives of llm-d.ai too',
      ],
    ],
    [
      'is mixed between pools',
      [pool(), pool({ name: 'b' }), objective('a'), objective('b', LEGACY_GROUP, '{ name: b }')],
      undefined,
      [],
    ],
  ])('%s', (_name, yaml, release, expected) => expect(modelMessages(yaml, { release })).toEqual(expected));
});
