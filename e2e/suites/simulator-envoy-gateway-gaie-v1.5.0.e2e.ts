import { Release } from '../../lib';
import {
  ENVOY_GATEWAY,
  SIMULATOR,
  clientsCannotChoose,
  describeGuides,
  failsClosed,
  guide1,
  guide2,
  guide3,
  pickerRollout,
  proxyIsRestricted,
  proxyRestarts,
} from '../guides';

/* The other faults, and guides 4 and 6 on this data plane: with real vLLM in this folder, with the simulator in full/. */
describeGuides({ engine: SIMULATOR, dataPlane: ENVOY_GATEWAY, release: Release.GAIE_V1_5_0 }, [
  guide1,
  guide2,
  proxyIsRestricted,
  guide3,
  clientsCannotChoose,
  failsClosed,
  pickerRollout,
  proxyRestarts,
]);
