import { selectingNoPods } from '../../../references/selecting-no-pods';

export const SERVICE_NO_PODS = selectingNoPods({
  code: 'LLMD-SERVICE-NO-PODS',
  kind: 'Service',
  title: 'The selector of a Service matches pods of its namespace',
  why: 'Connections to a Service without pods are refused, and nothing else shows it.',
  remedy: 'select labels that the pods have',
});
