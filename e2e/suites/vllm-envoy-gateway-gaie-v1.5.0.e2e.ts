import { Release } from '../../lib';
import { ENVOY_GATEWAY, REAL_VLLM, describeGuides, guide1, guide2, guide3, guide4, proxyIsRestricted } from '../guides';

describeGuides({ engine: REAL_VLLM, dataPlane: ENVOY_GATEWAY, release: Release.GAIE_V1_5_0 }, [
  guide1,
  guide2,
  proxyIsRestricted,
  guide3,
  guide4,
]);
