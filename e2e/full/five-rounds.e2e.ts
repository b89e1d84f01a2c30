import { Release } from '../../lib';
import { describeGuides, ENVOY_BESIDE_PICKER, ENVOY_GATEWAY, fiveRounds, SIMULATOR } from '../guides';

describe.each([ENVOY_BESIDE_PICKER, ENVOY_GATEWAY])('five times in a row: $title', (dataPlane) => {
  describeGuides({ engine: SIMULATOR, dataPlane, release: Release.GAIE_V1_5_0 }, [fiveRounds]);
});
