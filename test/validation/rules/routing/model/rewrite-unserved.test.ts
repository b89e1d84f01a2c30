import { modelServer, pool, rewrite } from '../../../../support/rule-objects';
import { modelMessages, rewriteOf, ruleOf, to } from '../../../../support/model-rules';

describe('targets', () => {
  const served = (name: string, ...names: string[]) =>
    modelServer({
      name,
      labels: `app: vllm, name: ${name}`,
      args: names.map((value) => `--served-model-name=${value}`).join(', '),
    });

  test.each<[string, string[], string[]]>([
    ['are served', [served('a', 'x'), rewriteOf(ruleOf(['m'], to('x')))], []],
    [
      'are not served',
      [served('a', 'x'), rewriteOf(ruleOf(['m'], `${to('x')}, ${to('y')}`), ruleOf(['n'], to('z')))],
      [
        'LLMD-REWRITE-UNSERVED spec.rules[0].targets[1].modelRewrite: "y" is not served by Deployment default/a, which serves x',
        'LLMD-REWRITE-UNSERVED spec.rules[1].targets[0].modelRewrite: "z" is not served by Deployment default/a, which serves x',
      ],
    ],
    [
      'are served by some',
      [served('a', 'x'), served('b', 'y'), rewriteOf(ruleOf(['m'], to('x')))],
      [
        'LLMD-REWRITE-UNSERVED spec.rules[0].targets[0].modelRewrite: "x" is not served by Deployment default/b, which serves y',
      ],
    ],
    [
      'are served by an unknown program',
      [
        modelServer().replace('vllm/vllm-openai-cpu:v0.32.0', 'example.com/server:v1'),
        rewriteOf(ruleOf(['m'], to('x'))),
      ],
      [],
    ],
    ['are served by no pods', [rewriteOf(ruleOf(['m'], to('x')))], []],
    [
      'are those of a pool elsewhere',
      [rewrite({ poolRef: '{ name: b }', rules: `[${ruleOf(['m'], to('x'))}]` })],
      ['LLMD-POOL-REF-MISSING spec.poolRef.name: there is no InferencePool default/b; namespace default has opt'],
    ],
  ])('%s', (_name, yaml, expected) => expect(modelMessages([pool(), ...yaml])).toEqual(expected));
});
