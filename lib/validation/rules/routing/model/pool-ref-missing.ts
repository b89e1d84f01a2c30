import { missing } from '../../../references/dangling';

export const POOL_REF_MISSING = missing({
  code: 'LLMD-POOL-REF-MISSING',
  title: 'The poolRef of a rewrite or objective names an InferencePool of its namespace',
  why:
    'An endpoint picker reads only objects whose poolRef is its own pool, in the namespace of the pool. All others ' +
    'are ignored, and their status does not show it.',
  remedy: 'name the pool, and put the object into its namespace',
});
