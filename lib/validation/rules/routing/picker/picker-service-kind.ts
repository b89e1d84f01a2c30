import type { Rule } from '../../../rule';
import { pickerServices } from './picker-services';

export const PICKER_SERVICE_KIND: Rule = {
  code: 'LLMD-EPP-SERVICE-KIND',
  severity: 'error',
  title: 'The endpointPickerRef of an InferencePool is for a Service',
  why: 'The API takes any kind, and gateways take a Service of the core group only: others end as InvalidExtensionRef.',
  *check(set) {
    for (const { pool, to, reference } of set.view(pickerServices)) {
      if (to.kind === 'Service') continue;
      yield {
        resource: pool,
        path: [...reference.path.slice(0, -1), 'kind'],
        message: `${to.kind} ${to.name} is no Service`,
        remedy: 'name the Service in front of the endpoint picker, and leave kind and group out',
      };
    }
  },
};
