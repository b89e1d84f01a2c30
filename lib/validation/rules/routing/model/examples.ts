import type { Examples } from '../../../../api-server/example';
import { gateway, modelServer, picker, POOL_REF, rewrite, stack } from '../../example-objects';

const LEGACY = 'inference.networking.x-k8s.io';

const GAIE = {
  picker: picker({ image: 'registry.k8s.io/gateway-api-inference-extension/epp:v1.5.0' }),
};

const rules = (text: string, args = '--served-model-name=opt') =>
  stack({ modelServer: modelServer({ args }) }, rewrite({ rules: text }));

const OPT = 'matches: [{ model: { value: opt } }]';

const TWO_NAMES = '--served-model-name, opt, opt-canary';

export const ROUTING_MODEL_EXAMPLES: Examples = {
  'LLMD-MODEL-GROUP-LEGACY': { failing: stack({}, rewrite({ group: LEGACY })), passing: stack({}, rewrite()) },
  'LLMD-MODEL-GROUP-UNWATCHED': {
    failing: stack(GAIE, rewrite({ group: 'llm-d.ai' })),
    passing: stack(GAIE, rewrite({ group: LEGACY })),
  },
  'LLMD-MODEL-GROUPS-MIXED': {
    failing: stack(
      {},
      rewrite(),
      rewrite({
        name: 'canary',
        group: LEGACY,
        rules: `[{ ${OPT.replace('opt', 'canary')}, targets: [{ modelRewrite: facebook/opt-125m }] }]`,
      }),
    ),
    passing: stack(
      {},
      rewrite(),
      rewrite({
        name: 'canary',
        rules: `[{ ${OPT.replace('opt', 'canary')}, targets: [{ modelRewrite: facebook/opt-125m }] }]`,
      }),
    ),
  },
  'LLMD-POOL-REF-GROUP': {
    failing: stack({}, rewrite({ poolRef: `{ group: ${LEGACY}, kind: InferencePool, name: opt }` })),
    passing: stack({}, rewrite({ poolRef: `{ ${POOL_REF}, name: opt }` })),
  },
  'LLMD-POOL-REF-MISSING': {
    failing: stack({}, rewrite({ poolRef: '{ name: opt-125m }' })),
    passing: stack({}, rewrite()),
  },
  'LLMD-REWRITE-CATCH-ALL': {
    failing: rules('[{ targets: [{ modelRewrite: opt }] }, { targets: [{ modelRewrite: opt-canary }] }]', TWO_NAMES),
    passing: rules('[{ targets: [{ modelRewrite: opt }, { modelRewrite: opt-canary }] }]', TWO_NAMES),
  },
  'LLMD-REWRITE-IGNORED': {
    failing: stack({ gateway: gateway({ className: 'nginx' }) }, rewrite()),
    passing: stack({}, rewrite()),
  },
  'LLMD-REWRITE-NO-EFFECT': {
    failing: rules(`[{ ${OPT}, targets: [{ modelRewrite: opt }] }]`, TWO_NAMES),
    passing: rules(
      `[{ ${OPT}, targets: [{ modelRewrite: opt }] }, { targets: [{ modelRewrite: opt-canary }] }]`,
      TWO_NAMES,
    ),
  },
  'LLMD-REWRITE-NO-TARGET': {
    failing: stack({}, rewrite({ rules: `[{ ${OPT} }]` })),
    passing: stack({}, rewrite({ rules: `[{ ${OPT}, targets: [{ modelRewrite: facebook/opt-125m }] }]` })),
  },
  'LLMD-REWRITE-SAME-MODEL': {
    failing: stack({}, rewrite(), rewrite({ name: 'canary' })),
    passing: stack({}, rewrite()),
  },
  'LLMD-REWRITE-UNSERVED': {
    failing: rules('[{ targets: [{ modelRewrite: facebook/opt-125m }] }]'),
    passing: rules('[{ targets: [{ modelRewrite: opt }] }]'),
  },
  'LLMD-REWRITE-WEIGHTS': {
    failing: rules('[{ targets: [{ modelRewrite: opt, weight: 90 }, { modelRewrite: opt-canary }] }]', TWO_NAMES),
    passing: rules(
      '[{ targets: [{ modelRewrite: opt, weight: 90 }, { modelRewrite: opt-canary, weight: 10 }] }]',
      TWO_NAMES,
    ),
  },
};
