import { missing } from '../../references/dangling';

export const SECRET_MISSING = missing({
  code: 'LLMD-SECRET-MISSING',
  title: 'A Secret that an object needs exists',
  why:
    'The pod waits: ContainerCreating for a volume, CreateContainerConfigError for a variable. A listener with a ' +
    'missing certificate is not programmed.',
  remedy: 'name a Secret of the same namespace, say that it is in the cluster, or mark the reference as optional',
});
