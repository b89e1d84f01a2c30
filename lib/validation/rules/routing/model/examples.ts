import type { Examples } from '../../../../api-server/example';
import { documents, gateway, httpRoute, modelServer, picker, pool, rewrite, service } from '../../example-objects';

const LEGACY = 'inference.networking.x-k8s.io';

const GAIE = 'registry.k8s.io/gateway-api-inference-extension/epp:v1.5.0';

const RULES = '[{ matches: [{ model: { value: opt } }], targets: [{ modelRewrite: facebook/opt-125m }] }]';

export const ROUTING_MODEL_EXAMPLES: Examples = {
  'LLMD-MODEL-GROUP-LEGACY': {
    failing: documents(modelServer(), pool(), service(), picker(), rewrite({ group: LEGACY })),
    passing: documents(modelServer(), pool(), service(), picker(), rewrite({ group: 'llm-d.ai' })),
  },
  'LLMD-MODEL-GROUP-UNWATCHED': {
    failing: documents(modelServer(), pool(), service(), picker({ image: GAIE }), rewrite({ group: 'llm-d.ai' })),
    passing: documents(modelServer(), pool(), service(), picker({ image: GAIE }), rewrite({ group: LEGACY })),
  },
  'LLMD-MODEL-GROUPS-MIXED': {
    failing: documents(
      modelServer(),
      pool(),
      rewrite({ name: 'aliases', group: 'llm-d.ai' }),
      rewrite({ name: 'canary', group: LEGACY }),
    ),
    passing: documents(
      modelServer(),
      pool(),
      rewrite({ name: 'aliases', group: 'llm-d.ai' }),
      rewrite({ name: 'other-pool', group: LEGACY, poolRef: '{ name: gemma }' }),
    ),
  },
  'LLMD-POOL-REF-GROUP': {
    failing: documents(
      modelServer(),
      pool(),
      rewrite({ poolRef: '{ group: inference.networking.x-k8s.io, kind: InferencePool, name: opt }' }),
    ),
    passing: documents(
      modelServer(),
      pool(),
      rewrite({ poolRef: '{ group: inference.networking.k8s.io, kind: InferencePool, name: opt }' }),
    ),
  },
  'LLMD-POOL-REF-MISSING': {
    failing: documents(modelServer(), pool({ name: 'opt' }), rewrite({ poolRef: '{ name: opt-125m }' })),
    passing: documents(
      modelServer(),
      pool({ name: 'opt' }),
      rewrite({ poolRef: '{ name: opt }' }),
      service(),
      picker(),
    ),
  },
  'LLMD-REWRITE-CATCH-ALL': {
    failing: documents(
      rewrite({ rules: '[{ targets: [{ modelRewrite: opt }] }, { targets: [{ modelRewrite: gemma }] }]' }),
    ),
    passing: documents(rewrite({ rules: '[{ targets: [{ modelRewrite: opt }, { modelRewrite: gemma }] }]' })),
  },
  'LLMD-REWRITE-IGNORED': {
    failing: documents(gateway({ className: 'nginx' }), httpRoute(), pool(), rewrite()),
    passing: documents(gateway({ className: 'agentgateway' }), httpRoute(), pool(), rewrite()),
  },
  'LLMD-REWRITE-NO-EFFECT': {
    failing: documents(
      rewrite({ rules: '[{ matches: [{ model: { value: opt } }], targets: [{ modelRewrite: opt }] }]' }),
    ),
    passing: documents(
      rewrite({
        rules:
          '[{ matches: [{ model: { value: opt } }], targets: [{ modelRewrite: opt }] }, { targets: [{ modelRewrite: gemma }] }]',
      }),
    ),
  },
  'LLMD-REWRITE-NO-TARGET': {
    failing: documents(rewrite({ rules: '[{ matches: [{ model: { value: opt } }] }]' })),
    passing: documents(
      rewrite({ rules: '[{ matches: [{ model: { value: opt } }], targets: [{ modelRewrite: facebook/opt-125m }] }]' }),
    ),
  },
  'LLMD-REWRITE-SAME-MODEL': {
    failing: documents(rewrite({ name: 'aliases', rules: RULES }), rewrite({ name: 'canary', rules: RULES })),
    passing: documents(rewrite({ name: 'aliases', rules: RULES })),
  },
  'LLMD-REWRITE-UNSERVED': {
    failing: documents(
      modelServer({ args: '--served-model-name=opt' }),
      pool(),
      rewrite({ rules: '[{ targets: [{ modelRewrite: facebook/opt-125m }] }]' }),
    ),
    passing: documents(
      modelServer({ args: '--served-model-name=opt' }),
      pool(),
      rewrite({ rules: '[{ targets: [{ modelRewrite: opt }] }]' }),
    ),
  },
  'LLMD-REWRITE-WEIGHTS': {
    failing: documents(
      rewrite({ rules: '[{ targets: [{ modelRewrite: opt, weight: 90 }, { modelRewrite: opt-canary }] }]' }),
    ),
    passing: documents(
      rewrite({
        rules: '[{ targets: [{ modelRewrite: opt, weight: 90 }, { modelRewrite: opt-canary, weight: 10 }] }]',
      }),
    ),
  },
};
