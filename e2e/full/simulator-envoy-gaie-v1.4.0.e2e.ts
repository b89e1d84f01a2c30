import { Release } from '../../lib';
import { ENVOY_BESIDE_PICKER, SIMULATOR, describeGuides, guide5 } from '../guides';

/* The guides without faults are in suites/, for CI. */
describeGuides({ engine: SIMULATOR, dataPlane: ENVOY_BESIDE_PICKER, release: Release.GAIE_V1_4_0 }, [guide5]);
