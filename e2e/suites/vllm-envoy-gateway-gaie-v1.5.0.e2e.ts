import { Release } from '../../lib';
import { ENVOY_GATEWAY, REAL_VLLM, allExercisesWithoutRestart, describeGuides } from '../guides';

describeGuides({ engine: REAL_VLLM, dataPlane: ENVOY_GATEWAY, release: Release.GAIE_V1_5_0 }, [
  allExercisesWithoutRestart,
]);
