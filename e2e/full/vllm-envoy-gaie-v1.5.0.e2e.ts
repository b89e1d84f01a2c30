import { Release } from '../../lib';
import {
  ENVOY_BESIDE_PICKER,
  REAL_VLLM,
  describeGuides,
  guide2,
  guide3,
  guide4,
  guide5Harmless,
  guide6,
} from '../guides';

describeGuides({ engine: REAL_VLLM, dataPlane: ENVOY_BESIDE_PICKER, release: Release.GAIE_V1_5_0 }, [
  guide2,
  guide3,
  guide4,
  guide5Harmless,
  guide6,
]);
