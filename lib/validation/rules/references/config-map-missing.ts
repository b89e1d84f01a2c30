import { missing } from '../../references/dangling';

export const CONFIG_MAP_MISSING = missing({
  code: 'LLMD-CONFIG-MAP-MISSING',
  title: 'A ConfigMap that a pod needs exists',
  why: 'The pod waits: ContainerCreating for a volume, CreateContainerConfigError for a variable.',
  remedy: 'name a ConfigMap of the same namespace, add it, or mark the reference as optional',
});
