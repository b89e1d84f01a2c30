/*
 * Source: k8s.io/kubernetes v1.35.4 pkg/apis/core/validation/validation.go: ValidateVolumes, validateVolumeSource,
 *   ValidateVolumeMounts, validateMountPropagation, validateMountRecursiveReadOnly, ValidateVolumeDevices
 */
import type { RuleDoc } from '../../rule-doc';
import {
  all,
  anything,
  between,
  type Check,
  type Checks,
  each,
  fields,
  format,
  notEmpty,
  oneField,
  oneOf,
  oneOfExactly,
  required,
  show,
  uniqueBy,
} from '../checks';
import type { Field } from '../field';
import { DNS_LABEL, DNS_SUBDOMAIN, type Format, PATH_WITHOUT_BACKSTEPS, RELATIVE_PATH } from '../../formats/names';
import { nanos } from '../../../text/quantity';
import { claimTemplate } from '../volume-claim';
import { downwardFiles, fileMode, keysToPaths, projected } from './projected-volumes';

export const VOLUME: RuleDoc = {
  code: 'LLMD-VOLUME',
  severity: 'error',
  title: 'Volumes have one source, and mounts name a volume',
  why: 'The API server refuses a pod with a mount of a volume that it does not have, with two mounts at one path, and with a source without a required field.',
};

const CSI_DRIVER: Format = {
  matches: (text) => text.length <= 63 && DNS_SUBDOMAIN.matches(text.toLowerCase()),
  description: 'name of a driver: a DNS name of up to 63 characters',
};

const NFS_PATH: Format = {
  matches: (text) => text.startsWith('/'),
  description: 'absolute path',
  remedy: 'begin it with a slash',
};

const HOST_PATH_TYPES = [
  'DirectoryOrCreate',
  'Directory',
  'FileOrCreate',
  'File',
  'Socket',
  'CharDevice',
  'BlockDevice',
];

const sizeLimit: Check = (field) => {
  if ((nanos(field.value) ?? 0n) < 0n) field.refuse(`${show(field.value)} is less than 0`, 'write a size');
};

/** A source of which only these required fields are checked. */
function needs(...names: readonly string[]): Check {
  return fields(Object.fromEntries(names.map((name) => [name, required])));
}

const secretNamed = fields({ name: required });

const SOURCES: Checks = {
  emptyDir: fields({ sizeLimit }),
  hostPath: fields({ path: all(required, format(PATH_WITHOUT_BACKSTEPS)), type: oneOf(...HOST_PATH_TYPES) }),
  gitRepo: needs('repository'),
  gcePersistentDisk: all(needs('pdName'), fields({ partition: between(0, 255) })),
  awsElasticBlockStore: all(needs('volumeID'), fields({ partition: between(0, 255) })),
  secret: fields({ secretName: required, defaultMode: fileMode, items: keysToPaths }),
  nfs: fields({ server: required, path: all(required, format(NFS_PATH)) }),
  iscsi: all(needs('targetPortal', 'iqn'), fields({ lun: between(0, 255) })),
  glusterfs: needs('endpoints', 'path'),
  flocker: anything,
  persistentVolumeClaim: needs('claimName'),
  rbd: needs('monitors', 'image'),
  cinder: fields({ volumeID: required, secretRef: secretNamed }),
  cephfs: needs('monitors'),
  quobyte: needs('registry', 'volume'),
  downwardAPI: fields({ defaultMode: fileMode, items: downwardFiles }),
  fc: anything,
  flexVolume: needs('driver'),
  configMap: fields({ name: required, defaultMode: fileMode, items: keysToPaths }),
  azureFile: needs('secretName', 'shareName'),
  vsphereVolume: needs('volumePath'),
  photonPersistentDisk: needs('pdID'),
  portworxVolume: needs('volumeID'),
  azureDisk: needs('diskName', 'diskURI'),
  storageos: fields({ volumeName: all(required, format(DNS_LABEL)), secretRef: secretNamed }),
  projected: fields({ defaultMode: fileMode, sources: projected }),
  scaleIO: needs('gateway', 'system', 'volumeName'),
  csi: fields({
    driver: all(required, format(CSI_DRIVER)),
    nodePublishSecretRef: fields({ name: all(required, format(DNS_SUBDOMAIN)) }),
  }),
  ephemeral: fields({ volumeClaimTemplate: claimTemplate }),
  image: fields({ pullPolicy: oneOf('Always', 'IfNotPresent', 'Never') }),
};

const volume = all(
  fields({ name: all(required, format(DNS_LABEL)) }),
  oneField(SOURCES, { what: 'source', none: true }),
);

export const volumes: Check = (field) => all(each(volume), uniqueBy('name'))(field.under(VOLUME));

/** Volumes by their names. */
export function volumesByName(list: Field): Map<string, Field> {
  return new Map(list.items.map((item) => [item.at('name').value, item]));
}

/** The volume mounts and devices of a container. */
export function checkMounts(container: Field, known: ReadonlyMap<string, Field>): void {
  const mounts = container.at('volumeMounts').under(VOLUME);
  const devices = container.at('volumeDevices').under(VOLUME);
  all(each(fields({ mountPath: required })), uniqueBy('mountPath'), each(mount))(mounts);
  all(each(device), uniqueBy('name'), uniqueBy('devicePath'))(devices);

  [...mounts.items, ...devices.items].forEach((item) => checkKnown(item.at('name'), known));
  devices.items.forEach((item) => checkBlockDevice(item, known, mounts));
  checkPropagation(mounts, container.at('securityContext', 'privileged').value === true);
}

function checkKnown(name: Field, known: ReadonlyMap<string, Field>): void {
  if (name.empty) return required(name);
  if (known.has(name.value)) return;
  const has = [...known.keys()].filter(Boolean).join(', ') || 'none';
  name.refuse(
    `${show(name.value)} is not a valid volume of the pod, which has ${has}`,
    'name a volume of the pod, or add this one',
  );
}

const mount: Check = (field) => {
  fields({
    subPath: format(RELATIVE_PATH),
    subPathExpr: format(RELATIVE_PATH),
    mountPropagation: oneOfExactly('Bidirectional', 'HostToContainer', 'None'),
    recursiveReadOnly: oneOfExactly('Disabled', 'Enabled', 'IfPossible'),
  })(field);
  const { subPath, subPathExpr, recursiveReadOnly, readOnly } = field.value ?? {};
  if (subPath && subPathExpr) {
    field.at('subPathExpr').refuse('the mount also has a subPath, expected one of them', 'keep one of them');
  }
  if (['Enabled', 'IfPossible'].includes(recursiveReadOnly) && readOnly !== true) {
    field.at('recursiveReadOnly').refuse('the mount is not readOnly', 'set readOnly too, or remove this');
  }
};

const device = fields({ devicePath: all(required, notEmpty, format(PATH_WITHOUT_BACKSTEPS)) });

function checkBlockDevice(field: Field, known: ReadonlyMap<string, Field>, mounts: Field): void {
  const [name, path] = [field.at('name'), field.at('devicePath')];
  const source = known.get(name.value);
  if (source !== undefined && !source.at('persistentVolumeClaim').given && !source.at('ephemeral').given) {
    name.refuse(`volume ${name.value} is not a claim, and only a claim can be a device`, 'mount it, or use a claim');
  }
  const mounted = mounts.items.find(({ value }) => value?.name === name.value || value?.mountPath === path.value);
  mounted?.refuse('the same volume or path is also a device', 'keep one of them');
}

function checkPropagation(mounts: Field, privileged: boolean): void {
  for (const item of mounts.items) {
    const { mountPropagation = 'None', recursiveReadOnly } = item.value ?? {};
    const propagation = item.at('mountPropagation');
    if (mountPropagation === 'Bidirectional' && !privileged) {
      propagation.refuse('only privileged containers have Bidirectional mounts', 'use HostToContainer or None');
    }
    if (mountPropagation !== 'None' && ['Enabled', 'IfPossible'].includes(recursiveReadOnly)) {
      propagation.refuse('a mount that is recursiveReadOnly has no propagation', 'use None');
    }
  }
}
