import { commonFields, flowControlFields, reference, sources } from '../config-schema';
import { object } from '../shape';

export const schema = object({
  ...commonFields,
  saturationDetector: reference,
  dataLayer: object({ sources }),
  flowControl: object(flowControlFields),
  parser: reference,
});
