import { missing } from '../../../references/dangling';

export const PICKER_SERVICE_MISSING = missing({
  code: 'LLMD-EPP-SERVICE-MISSING',
  title: 'The endpointPickerRef of an InferencePool names a Service of its namespace',
  why:
    'The Gateway cannot reach the endpoint picker: the pool gets ResolvedRefs False, and requests fail closed. ' +
    'The reference never leaves the namespace of the pool.',
  remedy: "name the Service of the pool's endpoint picker, or add it to this namespace",
});
