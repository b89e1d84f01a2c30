import { Release } from '../../lib';
import { ENVOY_BESIDE_PICKER, REAL_VLLM, allExercisesButFaults, describeGuides } from '../guides';

describeGuides({ engine: REAL_VLLM, dataPlane: ENVOY_BESIDE_PICKER, release: Release.GAIE_V1_5_0 }, [
  allExercisesButFaults,
]);
