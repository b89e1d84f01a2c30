import { type Identity, keyOf, type Resource } from '../../api-server/resource';
import type { ResourceSet } from '../resource-set';
import { Place } from './place';

type Makes = (object: Place, resource: Resource) => readonly (Omit<Identity, 'namespace'> | undefined)[];

/** What controllers make in the namespace of an object, under a name that is known beforehand. */
const MAKERS: { readonly [groupAndKind: string]: Makes } = {
  'apps/StatefulSet': (object, { name }) => {
    const pods = Number(object.at('spec', 'replicas').value ?? 1);
    return object
      .each('spec', 'volumeClaimTemplates')
      .map((claim) => claim.at('metadata').text('name'))
      .flatMap((claim) => Array.from({ length: Math.min(pods, 1000) }, (_, pod) => `${claim}-${name}-${pod}`))
      .map((claim) => core('PersistentVolumeClaim', claim));
  },
  'bitnami.com/SealedSecret': (_object, { name }) => [core('Secret', name)],
  'cert-manager.io/Certificate': (object) => [core('Secret', object.at('spec').text('secretName'))],
  'external-secrets.io/ExternalSecret': (object, { name }) => [
    core('Secret', object.at('spec', 'target').text('name') ?? name),
  ],
  // agentgateway and kgateway use its own name; Istio and NGINX add the class.
  'gateway.networking.k8s.io/Gateway': (object, { name }) =>
    [name, `${name}-${object.at('spec').text('gatewayClassName') ?? ''}`].flatMap((proxy) => [
      core('Service', proxy),
      core('ServiceAccount', proxy),
      { group: 'apps', kind: 'Deployment', name: proxy },
    ]),
  'leaderworkerset.x-k8s.io/LeaderWorkerSet': (_object, { name }) => [core('Service', name)],
  'secrets-store.csi.x-k8s.io/SecretProviderClass': (object) =>
    object.each('spec', 'secretObjects').map((secret) => core('Secret', secret.text('secretName'))),
};

/** The keys of all objects that controllers make from objects of the set. */
export function madeByControllers(set: ResourceSet): ReadonlySet<string> {
  return new Set(
    set.resources.flatMap((resource) =>
      (MAKERS[`${resource.group}/${resource.kind}`]?.(new Place(resource.object), resource) ?? [])
        .filter((made) => made !== undefined)
        .map((made) => keyOf({ ...made, namespace: resource.namespace })),
    ),
  );
}

function core(kind: string, name: string | undefined): Omit<Identity, 'namespace'> | undefined {
  return name === undefined ? undefined : { group: '', kind, name };
}
