import { band, commonFields, flowControlFields, reference, sources } from '../config-schema';
import { boolean, duration, list, object, string } from '../shape';

export const schema = object({
  ...commonFields,
  saturationDetector: reference,
  dataLayer: object({
    injectDefaults: boolean,
    sources,
    discovery: reference,
    crossReplicaSyncerPluginRef: string(),
    crossReplicaSyncInterval: duration(),
  }),
  flowControl: object({
    ...flowControlFields,
    defaultNegativePriorityBand: band,
    saturationDetector: reference,
    enableEviction: boolean,
  }),
  requestHandler: object({ parsers: list(reference) }),
  parser: reference,
});
