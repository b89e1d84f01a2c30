import { Release } from '../../lib';
import {
  ENVOY_DEPLOYMENT,
  SIMULATOR,
  clientsCannotChoose,
  describeGuides,
  failsClosed,
  guide1,
  guide2,
  guide3,
  proxyRestarts,
} from '../guides';

describeGuides({ engine: SIMULATOR, dataPlane: ENVOY_DEPLOYMENT, release: Release.GAIE_V1_5_0 }, [
  guide1,
  guide2,
  guide3,
  clientsCannotChoose,
  failsClosed,
  proxyRestarts,
]);
