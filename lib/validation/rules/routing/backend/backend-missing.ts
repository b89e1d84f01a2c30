import { missing } from '../../../references/dangling';

export const BACKEND_MISSING = missing({
  code: 'LLMD-BACKEND-MISSING',
  title: 'The backend of a route or policy exists',
  why: 'A rule whose backend does not exist answers 500 (ResolvedRefs False, BackendNotFound).',
  remedy: 'name a backend that exists, with its namespace where that is another one',
});
