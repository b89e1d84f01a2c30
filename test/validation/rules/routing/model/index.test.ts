import { documents, LEGACY_POOL, modelServer, picker, pool, rewrite, service } from '../../../../support/rule-objects';
import { MODEL_RULES } from '../../../../../lib/validation/rules/routing/model';
import { messages } from '../../../../support/diagnostics';
import { parseObjects } from '../../../../support/objects';

const found = (yaml: string[], options?: { release?: string }) =>
  messages(MODEL_RULES, parseObjects(documents(...yaml)), options);

const GAIE = 'registry.k8s.io/gateway-api-inference-extension/epp:v1.5.0';
const LEGACY = 'inference.networking.x-k8s.io';
const NONE = '[]';
const objective = (name: string, group = 'llm-d.ai', ref = '{ name: opt }') =>
  rewrite({ name, group, poolRef: ref, rules: NONE })
    .replace('InferenceModelRewrite', 'InferenceObjective')
    .replace('rules: []', 'priority: 1');

describe('poolRef', () => {
  test.each<[string, string[], string[]]>([
    ['names a pool', [rewrite({ rules: NONE }), pool()], []],
    [
      'names a missing pool',
      [rewrite({ rules: NONE, poolRef: '{ name: opt-125m }' }), pool()],
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
      [objective('high', 'llm-d.ai', `{ group: ${LEGACY}, name: opt }`), pool()],
      [
        'LLMD-POOL-REF-GROUP spec.poolRef.group: InferencePool opt is of inference.networking.k8s.io, not of "inference.networking.x-k8s.io"',
      ],
    ],
    [
      'is of the older group, as the pool',
      [objective('high', LEGACY, `{ group: ${LEGACY}, name: opt }`), LEGACY_POOL],
      [],
    ],
    [
      'is of the newer group, and the pool is not',
      [objective('high', LEGACY), LEGACY_POOL],
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
  ])('%s', (_name, yaml, expected) => expect(found(yaml)).toEqual(expected));
});

describe('the API group', () => {
  const stack = (image?: string) => [modelServer(), pool(), service(), picker({ image })];

  test.each<[string, string[], string | undefined, string[]]>([
    ['is that of the release', [...stack(), objective('a')], undefined, []],
    [
      'is the older one',
      [...stack(), objective('a', LEGACY)],
      undefined,
      [
        'LLMD-MODEL-GROUP-LEGACY apiVersion: the endpoint picker of InferencePool default/opt is llm-d-router-v0.10.0, which ignores inference.networking.x-k8s.io where llm-d.ai is served',
      ],
    ],
    ['is that of GAIE', [...stack(GAIE), objective('a', LEGACY)], undefined, []],
    [
      'is too new for GAIE',
      [...stack(GAIE), rewrite({ rules: NONE })],
      undefined,
      [
        'LLMD-MODEL-GROUP-UNWATCHED apiVersion: the endpoint picker of InferencePool default/opt is gaie-v1.5.0, which does not watch llm-d.ai',
      ],
    ],
    ['is for an unknown picker', [...stack('example.com/epp:v1'), objective('a', LEGACY)], undefined, []],
    [
      'is for a picker whose release is given',
      [...stack('example.com/epp:v1'), objective('a', LEGACY)],
      'llm-d-router-v0.10.0',
      [
        'LLMD-MODEL-GROUP-LEGACY apiVersion: the endpoint picker of InferencePool default/opt is llm-d-router-v0.10.0, which ignores inference.networking.x-k8s.io where llm-d.ai is served',
      ],
    ],
    ['is for no picker', [objective('a', LEGACY), pool()], undefined, []],
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
      [...stack(), rewrite({ rules: NONE }), objective('a', LEGACY), objective('b', LEGACY)],
      undefined,
      [
        'LLMD-MODEL-GROUPS-MIXED apiVersion: InferencePool default/opt has rewrites or objectives of llm-d.ai too',
        'LLMD-MODEL-GROUPS-MIXED apiVersion: InferencePool default/opt has rewrites or objectives of llm-d.ai too',
      ],
    ],
    [
      'is mixed between pools',
      [pool(), pool({ name: 'b' }), objective('a'), objective('b', LEGACY, '{ name: b }')],
      undefined,
      [],
    ],
  ])('%s', (_name, yaml, release, expected) => expect(found(yaml, { release })).toEqual(expected));
});
