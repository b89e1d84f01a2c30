import { showResource } from '../../../../api-server/resource';
import type { Rule } from '../../../rule';
import { pickerServices } from './picker-services';

export const PICKER_EXTERNAL_NAME: Rule = {
  code: 'LLMD-EPP-EXTERNAL-NAME',
  severity: 'error',
  title: 'The Service of an endpoint picker is no alias of a DNS name',
  why: 'The API of InferencePool forbids Services of type ExternalName, and gateways refuse them (InvalidExtensionRef).',
  *check(set) {
    for (const { pool, reference, service } of set.view(pickerServices)) {
      if (service?.object.spec?.type !== 'ExternalName') continue;
      yield {
        resource: pool,
        path: reference.path,
        message: `${showResource(service)} is of type ExternalName`,
        remedy: 'make it a Service with a selector for the pods of the endpoint picker',
      };
    }
  },
};
