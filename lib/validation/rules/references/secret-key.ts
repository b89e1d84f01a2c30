import type { Resource } from '../../../api-server/resource';
import type { ResourceSet } from '../../resource-set';
import type { Rule } from '../../rule';
import { missingKeys } from './missing-key';

export const SECRET_KEY: Rule = {
  code: 'LLMD-SECRET-KEY',
  severity: 'error',
  title: 'A key that a pod asks for is in the Secret',
  why: 'The pod waits: CreateContainerConfigError for a variable, ContainerCreating for a volume. Secrets without any data, and those that a controller fills, are not looked at.',
  check: (set) => missingKeys(set, 'Secret', (secret) => keysOf(set, secret)),
};

function keysOf(set: ResourceSet, secret: Resource): readonly string[] | undefined {
  const { data = {}, stringData = {}, type } = secret.object;
  const keys = [...new Set([...Object.keys(data), ...Object.keys(stringData)])];
  // Where it is empty a controller fills it, as Kubernetes does with tokens of ServiceAccounts.
  if (keys.length === 0 || type === 'kubernetes.io/service-account-token') return undefined;
  return set.resources.some((other) => fills(other, secret)) ? undefined : keys;
}

/** Kinds that make a Secret of their own name unless they say another one. */
const MAKERS = ['ExternalSecret', 'SealedSecret', 'VaultStaticSecret', 'VaultDynamicSecret', 'OnePasswordItem'];

/** Whether a custom resource writes into the Secret: an ExternalSecret, or a Certificate of cert-manager. */
function fills({ kind, name, namespace, object }: Resource, secret: Resource): boolean {
  if (namespace !== secret.namespace || (kind !== 'Certificate' && !MAKERS.includes(kind))) return false;
  const { target, destination, secretName, template } = object.spec ?? {};
  return [target?.name, destination?.name, secretName, template?.metadata?.name, name].includes(secret.name);
}
