import { documents, gateway, httpRoute, pool, rewrite } from '../../../../support/rule-objects';
import { MODEL_RULES } from '../../../../../lib/validation/rules/routing/model';
import { messages } from '../../../../support/diagnostics';
import { parseObjects } from '../../../../support/objects';

const found = (yaml: string[], options?: { release?: string }) =>
  messages(MODEL_RULES, parseObjects(documents(...yaml)), options);

const NONE = '[]';

const objective = (name: string, group = 'llm-d.ai', ref = '{ name: opt }') =>
  rewrite({ name, group, poolRef: ref, rules: NONE })
    .replace('InferenceModelRewrite', 'InferenceObjective')
    .replace('rules: []', 'priority: 1');

const rules = (...list: string[]) => rewrite({ rules: `[${list.join(', ')}]` });

describe('a Gateway that does not forward changed bodies', () => {
  test.each<[string, string[], string[]]>([
    [
      'has a pool with rewrites',
      [gateway({ className: 'nginx' }), httpRoute(), rewrite({ rules: NONE })],
      [
        'LLMD-REWRITE-IGNORED spec.poolRef: InferencePool default/opt is behind NGINX Gateway Fabric, which drops what the endpoint picker rewrites',
      ],
    ],
    ['has a pool with objectives', [gateway({ className: 'nginx' }), httpRoute(), objective('a')], []],
    ['is another one', [gateway({ className: 'kgateway' }), httpRoute(), rewrite({ rules: NONE })], []],
    [
      'leads to another pool',
      [
        gateway({ className: 'nginx' }),
        httpRoute({ backends: ['{ group: inference.networking.k8s.io, kind: InferencePool, name: b }'] }),
        pool({ name: 'b' }),
        rewrite({ rules: NONE }),
      ],
      [],
    ],
  ])('%s', (_name, yaml, expected) => expect(found([pool(), ...yaml])).toEqual(expected));
});
