import { Release } from '../../lib';
import { ENVOY_GATEWAY, SIMULATOR, describeGuides, guide4, guide5, guide6 } from '../guides';

/* Guides 1 to 3 on this data plane are in suites/. */
describeGuides({ engine: SIMULATOR, dataPlane: ENVOY_GATEWAY, release: Release.GAIE_V1_5_0 }, [guide4, guide5, guide6]);
