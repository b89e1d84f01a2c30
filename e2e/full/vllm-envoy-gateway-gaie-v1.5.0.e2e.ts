import { Release } from '../../lib';
import { ENVOY_GATEWAY, REAL_VLLM, allExercises, describeGuides } from '../guides';

/* Without the rolling restart it is in suites/. */
describeGuides({ engine: REAL_VLLM, dataPlane: ENVOY_GATEWAY, release: Release.GAIE_V1_5_0 }, [allExercises]);
