import { documents, gateway, httpRoute } from '../../../../support/rule-objects';
import { ROUTE_RULES } from '../../../../../lib/validation/rules/routing/route';
import { messages } from '../../../../support/diagnostics';
import { parseObjects } from '../../../../support/objects';

const found = (...yaml: string[]) => messages(ROUTE_RULES, parseObjects(documents(...yaml)));

describe('two rules', () => {
  const route = (name: string, matches: string, more: Parameters<typeof httpRoute>[0] = {}) =>
    httpRoute({ name, rest: matches && `matches: [${matches}]`, ...more });
  const HEADER = '{ headers: [{ name: X-Model, value: a }, { name: x-team, value: b }] }';

  test.each<[string, string[], string[]]>([
    [
      'of two routes match all',
      [route('a', ''), route('b', '')],
      ['LLMD-ROUTE-CONFLICT spec.rules[0]: the rule matches the same requests as HTTPRoute default/a'],
    ],
    [
      'of one route match all',
      [route('a', '').replace('rules:', 'rules:\n    - backendRefs: [{ name: vllm, port: 80 }]')],
      ['LLMD-ROUTE-CONFLICT spec.rules[1]: the rule matches the same requests as spec.rules[0]'],
    ],
    [
      'say the default',
      [route('a', ''), route('b', '{ path: { type: PathPrefix, value: / } }')],
      ['LLMD-ROUTE-CONFLICT spec.rules[0]: the rule matches the same requests as HTTPRoute default/a'],
    ],
    ['match two paths', [route('a', '{ path: { value: /a } }'), route('b', '{ path: { value: /b } }')], []],
    [
      'match a path in two ways',
      [route('a', '{ path: { value: /a } }'), route('b', '{ path: { type: Exact, value: /a } }')],
      [],
    ],
    ['match two methods', [route('a', '{ method: GET }'), route('b', '{ method: POST }')], []],
    [
      'match the same headers',
      [
        route('a', HEADER),
        route('b', '{ headers: [{ name: X-Team, value: b }, { name: x-model, type: Exact, value: a }] }'),
      ],
      ['LLMD-ROUTE-CONFLICT spec.rules[0]: the rule matches the same requests as HTTPRoute default/a'],
    ],
    [
      'match two values',
      [route('a', HEADER), route('b', '{ headers: [{ name: X-Team, value: c }, { name: x-model, value: a }] }')],
      [],
    ],
    [
      'match a value in two ways',
      [
        route('a', '{ headers: [{ name: a, value: b }] }'),
        route('b', '{ headers: [{ name: a, value: b, type: RegularExpression }] }'),
      ],
      [],
    ],
    [
      'match the same parameters',
      [route('a', '{ queryParams: [{ name: a, value: b }] }'), route('b', '{ queryParams: [{ name: a, value: b }] }')],
      ['LLMD-ROUTE-CONFLICT spec.rules[0]: the rule matches the same requests as HTTPRoute default/a'],
    ],
    [
      'match parameters of other cases',
      [route('a', '{ queryParams: [{ name: a, value: b }] }'), route('b', '{ queryParams: [{ name: A, value: b }] }')],
      [],
    ],
    [
      'have one match in common',
      [route('a', '{ method: GET }, { method: PUT }'), route('b', '{ method: POST }, { method: PUT }')],
      ['LLMD-ROUTE-CONFLICT spec.rules[0]: the rule matches the same requests as HTTPRoute default/a'],
    ],
    ['have other hostnames', [route('a', '', { hostnames: 'a.io' }), route('b', '', { hostnames: 'b.io' })], []],
    [
      'have a hostname in common',
      [route('a', '', { hostnames: 'a.io, b.io' }), route('b', '', { hostnames: 'b.io' })],
      ['LLMD-ROUTE-CONFLICT spec.rules[0]: the rule matches the same requests as HTTPRoute default/a'],
    ],
    [
      'have other parents',
      [route('a', ''), route('b', '', { parent: '{ name: other }' })],
      [
        'LLMD-ROUTE-PARENT-MISSING spec.parentRefs[0].name: there is no Gateway default/other; namespace default has inference',
      ],
    ],
    [
      'have a parent in common',
      [route('a', ''), route('b', '', { parent: '{ name: other }, { name: inference }' })],
      [
        'LLMD-ROUTE-CONFLICT spec.rules[0]: the rule matches the same requests as HTTPRoute default/a',
        'LLMD-ROUTE-PARENT-MISSING spec.parentRefs[0].name: there is no Gateway default/other; namespace default has inference',
      ],
    ],
    [
      'have other sections',
      [
        route('a', '', { parent: '{ name: inference, sectionName: http }' }),
        route('b', '', { parent: '{ name: inference, port: 80 }' }),
      ],
      [],
    ],
    [
      'are in other namespaces',
      [route('a', ''), route('b', '', { namespace: 'llm-d' })],
      [
        'LLMD-ROUTE-PARENT-MISSING spec.parentRefs[0].name: there is no Gateway llm-d/inference; there is one in namespace default',
      ],
    ],
    [
      'of three routes match all',
      [route('a', ''), route('b', ''), route('c', '')],
      [
        'LLMD-ROUTE-CONFLICT spec.rules[0]: the rule matches the same requests as HTTPRoute default/a',
        'LLMD-ROUTE-CONFLICT spec.rules[0]: the rule matches the same requests as HTTPRoute default/a',
      ],
    ],
    [
      'stand in a route without a parent',
      [route('a', '', { parent: '' }), route('b', '', { parent: '' })],
      [
        'LLMD-ROUTE-DETACHED spec.parentRefs: the route has no parentRefs',
        'LLMD-ROUTE-DETACHED spec.parentRefs: the route has no parentRefs',
      ],
    ],
  ])('%s', (_name, yaml, expected) => expect(found(gateway(), ...yaml)).toEqual(expected));
});
