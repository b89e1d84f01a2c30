import { missing } from '../../../references/dangling';

export const ROUTE_PARENT_MISSING = missing({
  code: 'LLMD-ROUTE-PARENT-MISSING',
  title: 'The parent of a route exists',
  why: 'A route whose Gateway does not exist is programmed nowhere, and its status stays empty.',
  remedy: 'name a Gateway that exists, with its namespace where that is another one',
});
