import { Release } from '../../../lib';

const ROUTER = Release.LLM_D_ROUTER_V0_10_0;

function gaie(version: string) {
  return {
    id: `gaie-${version}`,
    endpointPickerImage: `registry.k8s.io/gateway-api-inference-extension/epp:${version}`,
    modelApiVersion: 'inference.networking.x-k8s.io/v1alpha2',
    watchedModelGroups: ['inference.networking.x-k8s.io'],
    configApiVersion: 'inference.networking.x-k8s.io/v1alpha1',
    readyEndpointsMetric: 'inference_pool_ready_pods',
    rewriteDecisionsMetric: 'inference_extension_model_rewrite_decisions_total',
  };
}

describe.each([
  {
    release: ROUTER,
    names: {
      id: 'llm-d-router-v0.10.0',
      endpointPickerImage: 'ghcr.io/llm-d/llm-d-router-endpoint-picker:v0.10.0',
      modelApiVersion: 'llm-d.ai/v1alpha2',
      watchedModelGroups: ['llm-d.ai', 'inference.networking.x-k8s.io'],
      configApiVersion: 'llm-d.ai/v1alpha1',
      readyEndpointsMetric: 'llm_d_epp_ready_endpoints',
      rewriteDecisionsMetric: 'llm_d_epp_model_rewrite_decisions_total',
    },
  },
  { release: Release.GAIE_V1_5_0, names: gaie('v1.5.0') },
  { release: Release.GAIE_V1_4_0, names: gaie('v1.4.0') },
])('$release.id', ({ release, names }) => {
  test('has the names that its version uses', () => {
    expect(release).toMatchObject(names);
  });

  test('watches the group in which rewrites and objectives are written', () => {
    expect(release.watchedModelGroups).toContain(release.modelApiGroup);
    expect(release.modelApiVersion).toBe(`${release.modelApiGroup}/v1alpha2`);
  });

  test('is found by its id', () => {
    expect(Release.of(release.id)).toBe(release);
  });
});

test('an unknown release is refused with the ones that are known', () => {
  expect(() => Release.of('gaie-v1.6.0')).toThrowErrorMatchingInlineSnapshot(
    `"LLMD-RELEASE at Release.of: got "gaie-v1.6.0", expected one of llm-d-router-v0.10.0, gaie-v1.5.0, gaie-v1.4.0. Fix: use one of these releases."`,
  );
});

test('a list that a release hands out is a copy', () => {
  ROUTER.watchedModelGroups.pop();
  Release.all().pop();
  expect(ROUTER.watchedModelGroups).toHaveLength(2);
  expect(Release.all()).toHaveLength(3);
});
