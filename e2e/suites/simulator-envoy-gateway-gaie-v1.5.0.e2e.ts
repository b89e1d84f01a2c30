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
  guide4,
  guide5Harmless,
  guide6,
  proxyIsRestricted,
} from '../guides';

describeGuides({ engine: SIMULATOR, dataPlane: ENVOY_GATEWAY, release: Release.GAIE_V1_5_0 }, [
  guide1,
  guide2,
  proxyIsRestricted,
  guide3,
  clientsCannotChoose,
  guide4,
  guide5Harmless,
  guide6,
  failsClosed,
]);
