import { ANY_REFERENCE, missing } from '../../references/dangling';

export const REFERENCE_MISSING = missing({
  code: ANY_REFERENCE,
  title: 'An object that another one names exists',
  why: 'The feature that needs the object does not work: DNS names of a StatefulSet, filters of a route, TLS of a DestinationRule.',
  remedy: 'name an object that exists, or add it',
});
