import { Release } from '../../lib';
import {
  ENVOY_BESIDE_PICKER,
  SIMULATOR,
  clientsCannotChoose,
  describeGuides,
  guide1,
  guide2,
  guide3,
  guide4,
  guide5,
  guide6,
} from '../guides';

describeGuides({ engine: SIMULATOR, dataPlane: ENVOY_BESIDE_PICKER, release: Release.GAIE_V1_4_0 }, [
  guide1,
  guide2,
  guide3,
  clientsCannotChoose,
  guide4,
  guide5,
  guide6,
]);
