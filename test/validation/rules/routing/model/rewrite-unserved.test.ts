import { documents, modelServer, pool, rewrite } from '../../../../support/rule-objects';
import { MODEL_RULES } from '../../../../../lib/validation/rules/routing/model';
import { messages } from '../../../../support/diagnostics';
import { parseObjects } from '../../../../support/objects';

const found = (yaml: string[], options?: { release?: string }) =>
  messages(MODEL_RULES, parseObjects(documents(...yaml)), options);

const rule = (models: string[], targets: string) =>
  `{ ${models.length > 0 ? `matches: [${models.map((value) => `{ model: { value: ${value} } }`).join(', ')}], ` : ''}targets: [${targets}] }`;

const to = (model: string, weight?: number) =>
  `{ modelRewrite: ${model}${weight === undefined ? '' : `, weight: ${weight}`} }`;

const rules = (...list: string[]) => rewrite({ rules: `[${list.join(', ')}]` });

describe('targets', () => {
  const served = (name: string, ...names: string[]) =>
    modelServer({
      name,
      labels: `app: vllm, name: ${name}`,
      args: names.map((value) => `--served-model-name=${value}`).join(', '),
    });

  test.each<[string, string[], string[]]>([
    ['are served', [served('a', 'x'), rules(rule(['m'], to('x')))], []],
    [
      'are not served',
      [served('a', 'x'), rules(rule(['m'], `${to('x')}, ${to('y')}`), rule(['n'], to('z')))],
      [
        'LLMD-REWRITE-UNSERVED spec.rules[0].targets[1].modelRewrite: "y" is not served by Deployment default/a, which serves x',
        'LLMD-REWRITE-UNSERVED spec.rules[1].targets[0].modelRewrite: "z" is not served by Deployment default/a, which serves x',
      ],
    ],
    [
      'are served by some',
      [served('a', 'x'), served('b', 'y'), rules(rule(['m'], to('x')))],
      [
        'LLMD-REWRITE-UNSERVED spec.rules[0].targets[0].modelRewrite: "x" is not served by Deployment default/b, which serves y',
      ],
    ],
    [
      'are served by an unknown program',
      [modelServer().replace('vllm/vllm-openai-cpu:v0.32.0', 'example.com/server:v1'), rules(rule(['m'], to('x')))],
      [],
    ],
    ['are served by no pods', [rules(rule(['m'], to('x')))], []],
    [
      'are those of a pool elsewhere',
      [rewrite({ poolRef: '{ name: b }', rules: `[${rule(['m'], to('x'))}]` })],
      ['LLMD-POOL-REF-MISSING spec.poolRef.name: there is no InferencePool default/b; namespace default has opt'],
    ],
  ])('%s', (_name, yaml, expected) => expect(found([pool(), ...yaml])).toEqual(expected));
});
