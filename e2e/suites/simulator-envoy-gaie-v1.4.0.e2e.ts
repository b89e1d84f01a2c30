import { Release } from '../../lib';
import { ENVOY_BESIDE_PICKER, SIMULATOR, allExercisesButFaults, describeGuides } from '../guides';

/* The guides one after the other with this release: in full/. */
describeGuides({ engine: SIMULATOR, dataPlane: ENVOY_BESIDE_PICKER, release: Release.GAIE_V1_4_0 }, [
  allExercisesButFaults,
]);
