import { commonFields, policies, sources } from '../config-schema';
import { duration, integer, list, number, object } from '../shape';

const band = object({ priority: integer(), maxBytes: integer(), ...policies });

export const schema = object({
  ...commonFields,
  saturationDetector: object({
    queueDepthThreshold: integer(),
    kvCacheUtilThreshold: number(),
    metricsStalenessThreshold: { ...duration(), notNull: true },
  }),
  data: object({ sources }),
  flowControl: object({
    maxBytes: integer(),
    defaultRequestTTL: duration(),
    defaultPriorityBand: band,
    priorityBands: list(band),
  }),
});
