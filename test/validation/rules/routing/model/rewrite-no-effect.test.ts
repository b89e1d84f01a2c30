import { documents, pool, rewrite } from '../../../../support/rule-objects';
import { MODEL_RULES } from '../../../../../lib/validation/rules/routing/model';
import { messages } from '../../../../support/diagnostics';
import { parseObjects } from '../../../../support/objects';

const found = (yaml: string[], options?: { release?: string }) =>
  messages(MODEL_RULES, parseObjects(documents(...yaml)), options);

const LEGACY = 'inference.networking.x-k8s.io';

const rule = (models: string[], targets: string) =>
  `{ ${models.length > 0 ? `matches: [${models.map((value) => `{ model: { value: ${value} } }`).join(', ')}], ` : ''}targets: [${targets}] }`;

const to = (model: string, weight?: number) =>
  `{ modelRewrite: ${model}${weight === undefined ? '' : `, weight: ${weight}`} }`;

const rules = (...list: string[]) => rewrite({ rules: `[${list.join(', ')}]` });

const named = (name: string, ...list: string[]) => rewrite({ name, rules: `[${list.join(', ')}]` });

describe('rules', () => {
  test.each<[string, string[], string[]]>([
    ['match other names', [rules(rule(['a'], to('x')), rule(['b', 'c'], to('x')))], []],
    [
      'match a name twice',
      [rules(rule(['a'], to('x')), rule(['b', 'a'], to('y')))],
      ['LLMD-REWRITE-SAME-MODEL spec.rules[1].matches[1].model.value: "a" is matched by spec.rules[0] already'],
    ],
    [
      'match a name twice in one rule',
      [rules(rule(['a', 'a'], to('x')))],
      ['LLMD-REWRITE-SAME-MODEL spec.rules[0].matches[1].model.value: "a" is matched by spec.rules[0] already'],
    ],
    [
      'of two rewrites match a name',
      [
        named('one', rule(['a'], to('x'))),
        named('two', rule(['c'], to('x')), rule(['a'], to('x'))),
        named('three', rule(['a'], to('x'))),
      ],
      [
        'LLMD-REWRITE-SAME-MODEL spec.rules[1].matches[0].model.value: "a" is matched by spec.rules[0] of InferenceModelRewrite default/one already',
        'LLMD-REWRITE-SAME-MODEL spec.rules[0].matches[0].model.value: "a" is matched by spec.rules[0] of InferenceModelRewrite default/one already',
      ],
    ],
    [
      'of two pools match a name',
      [
        named('one', rule(['a'], to('x'))),
        rewrite({ name: 'two', poolRef: '{ name: b }', rules: `[${rule(['a'], to('x'))}]` }),
        pool({ name: 'b' }),
      ],
      [],
    ],
    [
      'of two groups match a name',
      [named('one', rule(['a'], to('x'))), rewrite({ name: 'two', group: LEGACY, rules: `[${rule(['a'], to('x'))}]` })],
      ['LLMD-MODEL-GROUPS-MIXED apiVersion: InferencePool default/opt has rewrites or objectives of llm-d.ai too'],
    ],
    ['match all', [rules(rule([], to('x')))], []],
    [
      'match all twice',
      [rules(rule([], to('x')), '{ matches: [], targets: [{ modelRewrite: y }] }')],
      ['LLMD-REWRITE-CATCH-ALL spec.rules[1]: the rule matches every model name, and so does spec.rules[0]'],
    ],
    [
      'of two rewrites match all',
      [named('one', rule([], to('x'))), named('two', rule(['a'], to('x')), rule([], to('x')))],
      [
        'LLMD-REWRITE-CATCH-ALL spec.rules[1]: the rule matches every model name, and so does spec.rules[0] of InferenceModelRewrite default/one',
      ],
    ],
    [
      'of two pools match all',
      [
        named('one', rule([], to('x'))),
        rewrite({ name: 'two', poolRef: '{ name: b }', rules: `[${rule([], to('x'))}]` }),
        pool({ name: 'b' }),
      ],
      [],
    ],
    ['have weights', [rules(rule(['a'], `${to('x', 1)}, ${to('y', 9)}`))], []],
    [
      'have some weights',
      [rules(rule(['a'], `${to('x')}, ${to('y', 9)}, ${to('z')}`))],
      [
        'LLMD-REWRITE-WEIGHTS spec.rules[0].targets[0]: the target "x" has no weight, and others of the rule have one',
        'LLMD-REWRITE-WEIGHTS spec.rules[0].targets[2]: the target "z" has no weight, and others of the rule have one',
      ],
    ],
    ['have no weights', [rules(rule(['a'], `${to('x')}, ${to('y')}`))], []],
    [
      'have no targets',
      [rules('{ matches: [{ model: { value: a } }] }', rule(['b'], ''))],
      [
        'LLMD-REWRITE-NO-TARGET spec.rules[0].targets: the rule has no targets',
        'LLMD-REWRITE-NO-TARGET spec.rules[1].targets: the rule has no targets',
      ],
    ],
    [
      'have a target without a name',
      [rules(rule(['a'], `${to('x')}, ${to('""')}`))],
      ['LLMD-REWRITE-NO-TARGET spec.rules[0].targets[1].modelRewrite: the target has no name'],
    ],
    ['have a target without anything', [rules(rule(['a'], '{ weight: 1 }'))], []],
    [
      'lead to the same name',
      [rules(rule(['a'], to('a')), rule(['b'], to('a')))],
      ['LLMD-REWRITE-NO-EFFECT spec.rules[0]: "a" is rewritten to itself'],
    ],
    ['lead one of two names to itself', [rules(rule(['a', 'b'], to('a')))], []],
    ['lead a name to itself and another one', [rules(rule(['a'], `${to('a')}, ${to('b')}`))], []],
    ['make an exception', [named('one', rule(['a'], to('a'))), named('two', rule([], to('x')))], []],
    [
      'make an exception of another pool',
      [
        named('one', rule(['a'], to('a'))),
        rewrite({ name: 'two', poolRef: '{ name: b }', rules: `[${rule([], to('x'))}]` }),
        pool({ name: 'b' }),
      ],
      ['LLMD-REWRITE-NO-EFFECT spec.rules[0]: "a" is rewritten to itself'],
    ],
    ['are missing', [rules().replace('rules: []', 'rules: null')], []],
  ])('%s', (_name, yaml, expected) => expect(found([pool(), ...yaml])).toEqual(expected));
});
