import { selectingNoPods } from '../../../references/selecting-no-pods';

export const POOL_NO_PODS = selectingNoPods({
  code: 'LLMD-POOL-NO-PODS',
  kind: 'InferencePool',
  title: 'The selector of an InferencePool matches pods of its namespace',
  why:
    'A pool without pods answers every request with 503, and its status stays Accepted: nothing but a request shows it. ' +
    'A selector never leaves the namespace of the pool.',
  remedy: 'put these labels on the pod template of the model servers, or select labels that they have',
});
