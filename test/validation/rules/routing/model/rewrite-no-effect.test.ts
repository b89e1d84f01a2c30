import { pool, rewrite } from '../../../../support/rule-objects';
import { LEGACY_GROUP, modelMessages, rewriteOf, ruleOf, to } from '../../../../support/model-rules';

const named = (name: string, ...list: string[]) => rewrite({ name, rules: `[${list.join(', ')}]` });

describe('rules', () => {
  test.each<[string, string[], string[]]>([
    ['match other names', [rewriteOf(ruleOf(['a'], to('x')), ruleOf(['b', 'c'], to('x')))], []],
    [
      'match a name twice',
      [rewriteOf(ruleOf(['a'], to('x')), ruleOf(['b', 'a'], to('y')))],
      ['LLMD-REWRITE-SAME-MODEL spec.rules[1].matches[1].model.value: "a" is matched by spec.rules[0] already'],
    ],
    [
      'match a name twice in one rule',
      [rewriteOf(ruleOf(['a', 'a'], to('x')))],
      ['LLMD-REWRITE-SAME-MODEL spec.rules[0].matches[1].model.value: "a" is matched by spec.rules[0] already'],
    ],
    [
      'of two rewrites match a name',
      [
        named('one', ruleOf(['a'], to('x'))),
        named('two', ruleOf(['c'], to('x')), ruleOf(['a'], to('x'))),
        named('three', ruleOf(['a'], to('x'))),
      ],
      [
        'LLMD-REWRITE-SAME-MODEL spec.rules[1].matches[0].model.value: "a" is matched by spec.rules[0] of InferenceModelRewrite default/one already',
        'LLMD-REWRITE-SAME-MODEL spec.rules[0].matches[0].model.value: "a" is matched by spec.rules[0] of InferenceModelRewrite default/one already',
      ],
    ],
    [
      'of two pools match a name',
      [
        named('one', ruleOf(['a'], to('x'))),
        rewrite({ name: 'two', poolRef: '{ name: b }', rules: `[${ruleOf(['a'], to('x'))}]` }),
        pool({ name: 'b' }),
      ],
      [],
    ],
    [
      'of two groups match a name',
      [
        named('one', ruleOf(['a'], to('x'))),
        rewrite({ name: 'two', group: LEGACY_GROUP, rules: `[${ruleOf(['a'], to('x'))}]` }),
      ],
      ['LLMD-MODEL-GROUPS-MIXED apiVersion: InferencePool default/opt has rewrites or objectives of llm-d.ai too'],
    ],
    ['match all', [rewriteOf(ruleOf([], to('x')))], []],
    [
      'match all twice',
      [rewriteOf(ruleOf([], to('x')), '{ matches: [], targets: [{ modelRewrite: y }] }')],
      ['LLMD-REWRITE-CATCH-ALL spec.rules[1]: the rule matches every model name, and so does spec.rules[0]'],
    ],
    [
      'of two rewrites match all',
      [named('one', ruleOf([], to('x'))), named('two', ruleOf(['a'], to('x')), ruleOf([], to('x')))],
      [
        'LLMD-REWRITE-CATCH-ALL spec.rules[1]: the rule matches every model name, and so does spec.rules[0] of InferenceModelRewrite default/one',
      ],
    ],
    [
      'of two pools match all',
      [
        named('one', ruleOf([], to('x'))),
        rewrite({ name: 'two', poolRef: '{ name: b }', rules: `[${ruleOf([], to('x'))}]` }),
        pool({ name: 'b' }),
      ],
      [],
    ],
    ['have weights', [rewriteOf(ruleOf(['a'], `${to('x', 1)}, ${to('y', 9)}`))], []],
    [
      'have some weights',
      [rewriteOf(ruleOf(['a'], `${to('x')}, ${to('y', 9)}, ${to('z')}`))],
      [
        'LLMD-REWRITE-WEIGHTS spec.rules[0].targets[0]: the target "x" has no weight, and others of the rule have one',
        'LLMD-REWRITE-WEIGHTS spec.rules[0].targets[2]: the target "z" has no weight, and others of the rule have one',
      ],
    ],
    ['have no weights', [rewriteOf(ruleOf(['a'], `${to('x')}, ${to('y')}`))], []],
    [
      'have no targets',
      [rewriteOf('{ matches: [{ model: { value: a } }] }', ruleOf(['b'], ''))],
      [
        'LLMD-REWRITE-NO-TARGET spec.rules[0].targets: the rule has no targets',
        'LLMD-REWRITE-NO-TARGET spec.rules[1].targets: the rule has no targets',
      ],
    ],
    [
      'have a target without a name',
      [rewriteOf(ruleOf(['a'], `${to('x')}, ${to('""')}`))],
      ['LLMD-REWRITE-NO-TARGET spec.rules[0].targets[1].modelRewrite: the target has no name'],
    ],
    ['have a target without anything', [rewriteOf(ruleOf(['a'], '{ weight: 1 }'))], []],
    [
      'lead to the same name',
      [rewriteOf(ruleOf(['a'], to('a')), ruleOf(['b'], to('a')))],
      ['LLMD-REWRITE-NO-EFFECT spec.rules[0]: "a" is rewritten to itself'],
    ],
    ['lead one of two names to itself', [rewriteOf(ruleOf(['a', 'b'], to('a')))], []],
    ['lead a name to itself and another one', [rewriteOf(ruleOf(['a'], `${to('a')}, ${to('b')}`))], []],
    ['make an exception', [named('one', ruleOf(['a'], to('a'))), named('two', ruleOf([], to('x')))], []],
    [
      'make an exception of another pool',
      [
        named('one', ruleOf(['a'], to('a'))),
        rewrite({ name: 'two', poolRef: '{ name: b }', rules: `[${ruleOf([], to('x'))}]` }),
        pool({ name: 'b' }),
      ],
      ['LLMD-REWRITE-NO-EFFECT spec.rules[0]: "a" is rewritten to itself'],
    ],
    ['are missing', [rewriteOf().replace('rules: []', 'rules: null')], []],
  ])('%s', (_name, yaml, expected) => expect(modelMessages([pool(), ...yaml])).toEqual(expected));
});
