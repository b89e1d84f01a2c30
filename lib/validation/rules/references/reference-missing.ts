import { ANY_REFERENCE, missing } from '../../references/dangling';

/** Whatever else is referred to is there. */
export const REFERENCE_MISSING = missing({
  code: ANY_REFERENCE,
  title: 'An object that another one names exists',
  why: 'What depends on it does not work, or not as written: DNS names of a StatefulSet, filters of a route, TLS of a DestinationRule.',
  remedy: 'name an object that exists, or add it',
});
