import type { PodTemplate } from '../views/pods';
import { Place } from './place';
import { byName, type Defaults, type Draft, type Reference } from './reference';

/** What the pods of a workload need. */
export function podReferences({ resource, path, namespace }: PodTemplate): Draft[] {
  const pod = new Place(resource.object).at(...path, 'spec');
  const containers = ['initContainers', 'containers', 'ephemeralContainers'].flatMap((field) => pod.each(field));
  return [
    ...serviceAccount(pod, namespace),
    ...pod.each('imagePullSecrets').flatMap((ref) => byName(ref, 'imagePullSecret', secret(namespace))),
    ...pod.each('volumes').flatMap((volume) => volumeReferences(volume, namespace)),
    ...containers.flatMap((container) => environment(container, namespace)),
    ...CLASSES.flatMap(([field, group, kind]) =>
      byName(pod, 'class', { group, kind, namespace: resource.namespace }, { field }),
    ),
  ];
}

const CLASSES = [
  ['priorityClassName', 'scheduling.k8s.io', 'PriorityClass'],
  ['runtimeClassName', 'node.k8s.io', 'RuntimeClass'],
  ['nodeName', '', 'Node'],
];

/** The older field counts where the newer one is missing. */
function serviceAccount(pod: Place, namespace: string): Draft[] {
  const account: Defaults = { kind: 'ServiceAccount', namespace };
  const fields = ['serviceAccountName', 'serviceAccount'];
  return (
    fields.map((field) => byName(pod, 'serviceAccount', account, { field })).find(({ length }) => length > 0) ?? []
  );
}

function volumeReferences(volume: Place, namespace: string): Draft[] {
  return [
    ...byName(
      volume.at('persistentVolumeClaim'),
      'volume',
      { kind: 'PersistentVolumeClaim', namespace },
      { field: 'claimName' },
    ),
    ...byName(volume.at('csi', 'nodePublishSecretRef'), 'volume', secret(namespace)),
    ...files(volume.at('configMap'), 'name', configMap(namespace)),
    ...files(volume.at('secret'), 'secretName', secret(namespace)),
    ...volume
      .each('projected', 'sources')
      .flatMap((source) => [
        ...files(source.at('configMap'), 'name', configMap(namespace)),
        ...files(source.at('secret'), 'name', secret(namespace)),
      ]),
  ];
}

function files(source: Place, field: string, defaults: Defaults): Draft[] {
  const keys = source.each('items').flatMap((item) => keysAt(item));
  return byName(source, 'volume', defaults, { field, keys, optional: isOptional(source) });
}

function environment(container: Place, namespace: string): Draft[] {
  return [
    ...container
      .each('env')
      .map((variable) => variable.at('valueFrom'))
      .flatMap((source) => [
        ...oneKey(source.at('configMapKeyRef'), configMap(namespace)),
        ...oneKey(source.at('secretKeyRef'), secret(namespace)),
      ]),
    ...container
      .each('envFrom')
      .flatMap((source) => [
        ...allKeys(source.at('configMapRef'), configMap(namespace)),
        ...allKeys(source.at('secretRef'), secret(namespace)),
      ]),
  ];
}

function oneKey(ref: Place, defaults: Defaults): Draft[] {
  return byName(ref, 'env', defaults, { keys: keysAt(ref), optional: isOptional(ref) });
}

function allKeys(ref: Place, defaults: Defaults): Draft[] {
  return byName(ref, 'envFrom', defaults, { optional: isOptional(ref) });
}

function keysAt(place: Place): Required<Reference>['keys'] {
  const name = place.text('key');
  return name === undefined ? [] : [{ name, path: place.at('key').path }];
}

function isOptional(place: Place): boolean {
  return place.value?.optional === true;
}

function configMap(namespace: string): Defaults {
  return { kind: 'ConfigMap', namespace };
}

function secret(namespace: string): Defaults {
  return { kind: 'Secret', namespace };
}
