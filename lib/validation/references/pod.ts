import type { PodTemplate } from '../facts/pod-template';
import { Place } from './place';
import { byName, type Defaults, type Draft, type Reference } from './reference';

/** What the pods of a workload need. */
export function podReferences({ resource, path, namespace }: PodTemplate): Draft[] {
  const pod = new Place(resource.object).at(...path, 'spec');
  const containers = ['initContainers', 'containers', 'ephemeralContainers'].flatMap((field) => pod.each(field));
  return [
    ...serviceAccount(pod, namespace),
    ...pod.each('imagePullSecrets').flatMap((ref) => byName(ref, 'imagePullSecret', secret(namespace))),
    ...pod.each('volumes').flatMap((volume) => volumeReferences(volume, namespace, containers)),
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

function volumeReferences(volume: Place, namespace: string, containers: readonly Place[]): Draft[] {
  return [
    ...byName(
      volume.at('persistentVolumeClaim'),
      'volume',
      { kind: 'PersistentVolumeClaim', namespace },
      { field: 'claimName' },
    ),
    ...byName(volume.at('csi', 'nodePublishSecretRef'), 'volume', secret(namespace)),
    ...files(volume.at('configMap'), 'name', configMap(namespace), singleFiles(volume, containers)),
    ...files(volume.at('secret'), 'secretName', secret(namespace), singleFiles(volume, containers)),
    ...volume
      .each('projected', 'sources')
      .flatMap((source) => [
        ...files(source.at('configMap'), 'name', configMap(namespace)),
        ...files(source.at('secret'), 'name', secret(namespace)),
      ]),
  ];
}

function files(source: Place, field: string, defaults: Defaults, whole: Required<Reference>['keys'] = []): Draft[] {
  const items = source.each('items');
  // With items, paths are no keys any more.
  const keys = items.length > 0 ? items.flatMap((item) => keysAt(item)) : whole;
  return byName(source, 'volume', defaults, { field, keys, optional: isOptional(source) });
}

/** The files of a volume that containers mount one by one. One that is missing becomes an empty folder. */
function singleFiles(volume: Place, containers: readonly Place[]): Required<Reference>['keys'] {
  return containers
    .flatMap((container) => container.each('volumeMounts'))
    .filter((mount) => mount.text('name') === volume.text('name'))
    .flatMap((mount) => keysAt(mount, 'subPath'));
}

function environment(container: Place, namespace: string): Draft[] {
  return [
    ...container
      .each('env')
      .map((variable) => variable.at('valueFrom'))
      .flatMap((source) => [
        ...variable(source.at('configMapKeyRef'), configMap(namespace)),
        ...variable(source.at('secretKeyRef'), secret(namespace)),
      ]),
    ...container
      .each('envFrom')
      .flatMap((source) => [
        ...allKeys(source.at('configMapRef'), configMap(namespace)),
        ...allKeys(source.at('secretRef'), secret(namespace)),
      ]),
  ];
}

/** A variable with the value of one key. */
export function variable(ref: Place, defaults: Defaults): Draft[] {
  return byName(ref, 'env', defaults, { keys: keysAt(ref), optional: isOptional(ref) });
}

function allKeys(ref: Place, defaults: Defaults): Draft[] {
  return byName(ref, 'envFrom', defaults, { optional: isOptional(ref) });
}

function keysAt(place: Place, field = 'key'): Required<Reference>['keys'] {
  const name = place.text(field);
  return !name ? [] : [{ name, path: place.at(field).path }];
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
