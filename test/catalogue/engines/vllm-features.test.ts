import { VLLM_SINCE, type VllmFeature } from '../../../lib/catalogue/engines/vllm-features';
import { flagHistory } from '../../../lib/engine-arguments/vllm/flag-history';

const FLAG: Record<VllmFeature, string> = {
  shutdownTimeout: '--shutdown-timeout',
  disableAccessLogForEndpoints: '--disable-access-log-for-endpoints',
  dataParallelMultiPortExternalLb: '--data-parallel-multi-port-external-lb',
  enableScaleOut: '--enable-scale-out',
  nnodes: '--nnodes',
  disablingFlags: '--disable-prefix-caching',
};

test.each(Object.entries(VLLM_SINCE))('%s is of vLLM %s by the parsers of the versions', (feature, since) => {
  expect(flagHistory(FLAG[feature as VllmFeature])).toEqual([{ since, removedIn: undefined }]);
});
